import NewsModel

extension Rule {
    /// How often a story was read or shared: `شوهد 532 مرة`, `325 قارئ`, `عدد مرات القراءة: 4212`, `2.3k مشاهدة`, `12 shares`.
    static let counted = Rule("counter of readers", .widget) { line in
        guard (1...6).contains(line.words.count), line.ending != .stop, line.has(.number), line.opening != .quote else {
            return false
        }
        var units = 0
        for word in line.words {
            if Gauge.counted.contains(word.hash) {
                units += 1
            } else if word.roles.isDisjoint(with: [.number, .function]) && !Gauge.quantities.contains(word.hash)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line.folded[word.range.lowerBound])
            {
                return false
            }
        }
        return units > 0
    }

    /// How long reading, hearing or watching takes: `أقل من دقيقة للقراءة`, `تقرأ في 3 دقائق`, `المدة: 3 دقائق 12 ثانية`.
    static let duration = Rule("time to read", .widget) { line in
        guard (2...9).contains(line.words.count), line.ending != .stop, line.opening != .quote else { return false }
        var times = 0
        var reads = 0
        for word in line.words {
            if word.roles.contains(.minute) || Gauge.minutes.contains(word.hash) {
                times += 1
            } else if Gauge.reads.contains(word.hash) {
                reads += 1
            } else if word.roles.isDisjoint(with: [.number, .function, .content, .this])
                && !Gauge.estimates.contains(word.hash)
            {
                return false
            }
        }
        return times > 0 && reads > 0 || reads > 0 && line.hasClockTime && line.words.count <= 5
    }
}

/// Words of counters and durations, folded and hashed.
private enum Gauge {
    static let counted = Lexicon.hashes(
        """
        مشاهدة مشاهدات المشاهدة المشاهدات قراءة قراءات القراءة القراءات زيارة زيارات الزيارات قارئ قارئا قراء القراء قرئ قرئت شوهد
        شوهدت مشاركات المشاركات متابع المتابعون المتابعين تعليق تعليقا تعليقات التعليقات إعجاب إعجابا إعجابات الإعجابات
        تحميلات زائر زوار مشاهد
        views view reads readers visits shares comments likes downloads vues lectures partages aufrufe visitas lecturas
        visualizações okunma görüntülenme izlenme بازدید просмотров просмотра
        """)
    static let quantities = Lexicon.hashes(
        """
        عدد مرة مرات تم تمت الآن ألف الف مليون إجمالي مجموع k m b number of total times viewed read nombre anzahl número تعداد
        """)
    static let minutes = Lexicon.hashes("دقيقتان دقيقتين د ق دقيقه دقايق ثانيتين")
    static let reads = Lexicon.hashes(
        """
        قراءة القراءة للقراءة لقراءة تقرأ يقرأ تقرؤه استماع الاستماع للاستماع المشاهدة للمشاهدة مشاهدة المدة التشغيل الفيديو
        المقطع التسجيل read reading listen listening watch lecture lire écoute lesezeit lesedauer lesen lectura leitura lettura
        okuma مطالعه پڑھنے
        """)
    static let estimates = Lexicon.hashes(
        """
        وقت زمن مدة الوقت الزمن اللازم اللازمة المقدر المقدرة المتوقع المتوقعة المطلوب المستغرق تقريبا تقريبي حوالي أقل أكثر واحدة
        فقط نحو time estimated approx about less than duration durée temps dauer tiempo tempo süresi زمان وقت
        """)
}
