import NewsModel

extension Rule {
    /// Says that a machine wrote, summed up, translated or drew: `ملخص بالذكاء الاصطناعي`,
    /// `تمت ترجمة هذا المقال آليا`, `AI-generated image`.
    ///
    /// `ترجمة هذا النص استغرقت عامين.` and stories on such machines hold other words.
    static let machineText = Rule("work of a machine", .widget) { line in
        guard (2...16).contains(line.words.count), line.opening != .quote, !line.roles(at: 0).contains(.conjoined)
        else { return false }
        var work = 0
        var strangers = 0
        for word in line.words {
            if Machine.work.contains(word.hash) {
                work += 1
            } else if word.roles.isDisjoint(with: [.function, .this, .content, .photo, .us, .you, .reading, .button])
                && !Machine.names.contains(word.hash)
            {
                strangers += 1
            }
        }
        guard line.namesMachine, work + line.count([.this, .photo]) > 0 else { return false }
        let isNote = line.has([.this, .content, .photo]) || work >= 2
        return strangers == 0 && (isNote || line.words.count <= 4)
            || strangers <= 1 && work >= 2 && line.words.count >= 7
    }
}

extension Line {
    /// Names artificial intelligence, or says that something is done by machine.
    fileprivate var namesMachine: Bool {
        words.indices.contains { index in
            if Machine.alone.contains(words[index].hash) { return true }
            return index + 1 < words.count && Machine.first.contains(words[index].hash)
                && Machine.second.contains(words[index + 1].hash)
        }
    }
}

/// Words of notes on the work of machines, folded and hashed.
private enum Machine {
    static let alone = Lexicon.hashes("آليا آليا ai chatgpt gemini ki ia yz машинный")
    static let first = Lexicon.hashes(
        "ذكاء الذكاء بالذكاء للذكاء artificial künstlicher intelligence inteligencia yapay هوش مصنوعی مصنوعي")
    static let second = Lexicon.hashes(
        "اصطناعي الاصطناعي intelligence intelligenz artificielle artificial zeka zekâ مصنوعی ذہانت")
    static let names = alone.union(first).union(second)
    static let work = Lexicon.hashes(
        """
        ملخص الملخص خلاصة خلاصات ملخصات لخص لخصه اسأل ترجمة ترجم ترجمت الترجمة مترجم مترجمة إنشاء إنشاؤه إنشاؤها إنشائه أنشئ
        أنشئت منشأة منشأ مولدة مولد توليد توليده توليدها ولدت أنتجت منتجة إنتاج صممت مصممة إعداد إعداده إعدادها أعد أعدت كتابة
        كتب كتبت الاستعانة استعانة بواسطة باستخدام استخدام باستعمال بمساعدة بأدوات أدوات تقنيات بتقنية تقنية تم تمت جرى صوت
        بصوت صوتي النص نص بشكل تحرير تحريره مدعوم بدعم
        summary summarized summarised summarize translated translation generated created written produced illustrated made
        powered voiced narrated drafted using use used tools tool help assistance automatically
        résumé traduit traduction généré générée créé créée réalisé aide résumée outils
        zusammenfassung übersetzt übersetzung generiert erstellt erzeugt mithilfe hilfe unterstützung generierte
        resumen traducido traducción generado generada creado creada ayuda resumo traduzido gerado gerada
        özet çevrildi oluşturuldu üretildi hazırlandı ile tarafından
        خلاصه ترجمه تولید تهیه کمک
        """)
}
