/// The small words of languages that share a script: articles, prepositions, pronouns, which no text does without.
enum SmallWords {
    /// The language whose small words stand out in a text.
    static func vote(on utf8: UnsafeBufferPointer<UInt8>, in script: Script, _ letters: LetterCounts) -> String? {
        let candidates = lists.indices.filter { lists[$0].script == script }
        var votes = Array(repeating: 0.0, count: lists.count)
        var words = 0
        forEachWord(utf8) { hash in
            words += 1
            guard let speakers = table[hash] else { return }
            for speaker in speakers { votes[speaker] += 1 / Double(speakers.count).squareRoot() }
        }
        for index in candidates {
            // A letter of its own is worth a tenth of a word: names bring foreign letters along.
            votes[index] += 0.1 * Double(min(letters.marks[lists[index].language] ?? 0, 4 * words))
        }
        let ranked = candidates.sorted { votes[$0] > votes[$1] }
        guard let best = ranked.first, words >= 4, votes[best] >= 2, votes[best] >= 0.06 * Double(words) else {
            return nil
        }
        if let second = ranked.dropFirst().first, votes[second] > 0.95 * votes[best] { return nil }
        return lists[best].language
    }

    /// Hashes of the words, in lower case as far as ASCII, Cyrillic and accented Latin letters go.
    private static func forEachWord(_ utf8: UnsafeBufferPointer<UInt8>, _ visit: (UInt64) -> Void) {
        var hash = WordFingerprint()
        var index = 0
        while index < utf8.count {
            let (scalar, length) = decodeScalar(utf8, at: index)
            index += length
            if isLetter(scalar) {
                hash.add(lowered(scalar))
            } else if !isMark(scalar), hash.count > 0 {
                visit(hash.value)
                hash = WordFingerprint()
            }
        }
        if hash.count > 0 { visit(hash.value) }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        Script(scalar) != nil || scalar == 0x27 || scalar == 0x2019
    }

    /// Vowel signs and joiners stand inside words.
    private static func isMark(_ scalar: UInt32) -> Bool {
        (0x064B...0x065F).contains(scalar) || scalar == 0x0670 || scalar == 0x0640 || (0x200B...0x200F).contains(scalar)
            || (0x0300...0x036F).contains(scalar)
    }

    private static func lowered(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x0410...0x042F: scalar + 0x20
        case 0x0400...0x040F: scalar + 0x50
        case 0x0622, 0x0623, 0x0625: 0x0627
        case 0x0649, 0x06CC: 0x064A
        case 0x06A9: 0x0643
        case 0x2019: 0x27
        case 0x0100...0x0137, 0x014A...0x0177: scalar | 1
        default: scalar
        }
    }

    private struct WordFingerprint {
        private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
        private(set) var count = 0

        mutating func add(_ scalar: UInt32) {
            value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3
            count += 1
        }
    }

    /// Word to the languages that have it, as indices into `lists`.
    private static let table: [UInt64: [Int]] = {
        var table: [UInt64: [Int]] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.words.split(whereSeparator: \.isWhitespace) {
                var hash = WordFingerprint()
                for scalar in word.unicodeScalars where !isMark(scalar.value) { hash.add(lowered(scalar.value)) }
                table[hash.value, default: []].append(index)
            }
        }
        return table
    }()

    private static let lists: [(language: String, script: Script, words: String)] = [
        (
            "ar", .arabic,
            "في من على إلى أن إن التي الذي هذا هذه عن مع كان كانت ما لا أو بعد قبل بين كما قد لم حتى منذ خلال وقال ذلك عند كل غير أي هو هي ولا وفي ومن وقد لن تم بعض عبر أكثر الى"
        ),
        (
            "fa", .arabic,
            "در به از که این است را با آن برای یک خود تا می بر های شد شده کرد هم اما نیز بود دو ها باید پس ای گفت کرده شود هر ما اگر بین پیش چه همه خواهد دارد ولی سال"
        ),
        (
            "ur", .arabic,
            "کے کی کا میں سے ہے نے کو اور پر ہیں کہ یہ اس بھی کر تھا ہو گیا نہیں ایک ان تو جو وہ کہا لیے تک جس تھی ہوئے دیا بعد گی"
        ),
        ("ps", .arabic, "په د او چې کې ته له دا سره هم یې دی شوي وي شو څخه کړي وو يو نه پر"),
        ("ckb", .arabic, "لە بە و کە ئەو بۆ لەگەڵ ئەم دەکات بوو هەر یان تا نێوان دوای پێش هەروەها"),
        (
            "ru", .cyrillic,
            "и в не на что с по это как он к из у от за для о же но был бы все так его она они до если или при также после году того который которые уже чтобы только"
        ),
        (
            "uk", .cyrillic,
            "і в не на що з та у до як за від про це для його він є але або при також після року який які вже щоб було були й із під час які лише"
        ),
        (
            "bg", .cyrillic,
            "и на да в се за от не с че по са е като до това при ще си или след който които към през беше още само може"
        ),
        ("sr", .cyrillic, "и у је да на се за од са који не су као то из што о али или после током биће које више"),
        ("mk", .cyrillic, "и на да во се за од со не што е ќе по како кој ги сe или беше кои но оваа"),
        ("be", .cyrillic, "і ў не на што з да як за ад гэта для пра але або яго ён быў па якія таксама пасля"),
        (
            "en", .latin,
            "the of and to in is that for it was on with as are be by this at from have has not he she they you we but or which an were their had been will can who more about would there what when his her its if our your one all said"
        ),
        (
            "de", .latin,
            "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum haben nur oder aber vor zur bis mehr durch man war wir ich"
        ),
        (
            "fr", .latin,
            "le la les de des et un une du en est que qui dans pour pas sur au par plus avec ce il ne se sont aux ont mais ou été son cette comme nous elle leur ses tout fait être aussi sa d'un l'on c'est"
        ),
        (
            "es", .latin,
            "el la los las de del y en que un una se por con no para su al es lo como más pero sus le ha o este sí porque esta entre cuando muy sin sobre también hasta hay donde han desde son fue todo"
        ),
        (
            "pt", .latin,
            "o a os as de do da dos das e em que um uma para com não no na se por mais como mas ao foi seu sua ou ser quando muito nos já está eu também pelo pela até isso ele são às entre era depois sem"
        ),
        (
            "it", .latin,
            "il la i gli le di e che in un una è per non con del della dei delle nel nella alla al da si sono come anche più ma ha dal questo lo su ai alle hanno essere stato cui sul tra ed dalla"
        ),
        (
            "nl", .latin,
            "de het een van en in is dat op te zijn met voor niet die er aan ook als door bij naar om dan uit nog worden werd wordt maar over hebben heeft was zo wat kan ze hij meer geen tot deze al"
        ),
        (
            "tr", .latin,
            "ve bir bu da de için ile olarak çok daha olan gibi ne ya kadar var ise ama en o olduğu sonra göre her şey iki değil dedi mi mı ki veya olduğunu tarafından yeni ancak"
        ),
        (
            "pl", .latin,
            "i w na z do się nie że to o jest jak po od przez za dla ale czy tym co który są oraz był także tego może już tylko będzie które przy ich ze jego roku było"
        ),
        (
            "sv", .latin,
            "och i att det som en på är av för med den till inte har de ett om var men sig så vi från kan när man nu efter också eller han hon ska skulle hade vid mot under alla"
        ),
        (
            "da", .latin,
            "og i at det er en til på som med for af den der ikke de et har vi om kan var han men fra så også jeg skal blev efter ved eller hun sig over nu ud mere bliver havde hvor deres når"
        ),
        (
            "no", .latin,
            "og i det er en til på som med for av den ikke de et har vi om kan var han men fra så også jeg skal ble etter ved eller hun seg over nå ut mer blir hadde hvor deres når være bare sier"
        ),
        (
            "fi", .latin,
            "ja on ei että se oli hän en ovat mutta joka kun niin myös kuin sen tai ole mukaan jo jos ollut ovat vain sekä tämä sitä nyt mitä voi vuoden kanssa vielä"
        ),
        (
            "cs", .latin,
            "a v se na je že s z do o to i ve jsem pro by jako po od za k si ale jsou který která které bylo být podle však také už jeho až při nebo více"
        ),
        (
            "sk", .latin,
            "a v sa na je že s z do o to aj vo som pre by ako po od za k si ale sú ktorý ktorá ktoré bolo byť podľa však tiež už jeho až pri alebo viac"
        ),
        (
            "hu", .latin,
            "a az és hogy nem is egy ez van meg de volt csak mint azt ki már még után majd szerint vagy ezt lesz el kell mert minden ami pedig volna"
        ),
        (
            "ro", .latin,
            "și de în a la cu pe care este nu un o din că pentru mai au să al ale fi prin sau fost după lui sunt dar ce când până cel"
        ),
        (
            "id", .latin,
            "yang dan di dengan untuk dari ini itu dalam pada tidak akan juga ke ada oleh sudah saya bisa kami mereka karena telah atau tersebut saat menjadi seperti"
        ),
        (
            "ms", .latin,
            "yang dan di dengan untuk dari ini itu dalam pada tidak akan juga ke ada oleh sudah boleh kami mereka kerana telah atau tersebut beliau ialah adalah bagi"
        ),
        ("vi", .latin, "và của là có không được trong cho các một người với những để này khi từ đã đến về như ra tại"),
        (
            "ca", .latin,
            "el la els les de del i en que un una es per amb no al són com més però ha seva també o aquest aquesta entre ser han dels perquè fins molt pel"
        ),
        (
            "hr", .latin,
            "i u je da na se za od su koji s ne kao to iz o ali ili nakon tijekom bit će koje više nije što bi"
        ),
        ("sl", .latin, "in je v na se za da so ki z ne s tudi kot po od pa o bi pri še le ali iz do ni bo lahko"),
        (
            "lt", .latin,
            "ir į kad yra su iš tai bet kaip ne buvo už dėl po taip pat ar jau apie nuo tik jis savo bus gali metų"
        ),
        ("lv", .latin, "un ir ka no uz ar par tas bet kā arī pie pēc vai kas nav gan lai bija to viņš gada ja"),
        ("et", .latin, "ja on ei et see oli kui ka mis ta oma aga või nii kes selle pärast seda olid kuid"),
        ("sw", .latin, "na ya wa kwa ni katika za la kuwa hii hiyo huo cha yake kutoka baada alisema wake pia"),
        (
            "zu", .latin,
            "ukuthi futhi uma noma kodwa ukuze nge kanye le lo ngoba uthe bese manje lapho kuthiwa ngesikhathi yena"
        ),
        ("pap", .latin, "ku di e ta un na i pa den por nan tabata no mester esaki riba su kaba tin pero mas"),
    ]
}
