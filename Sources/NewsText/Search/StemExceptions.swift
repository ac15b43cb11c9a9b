/// Arabic words that rules would cut wrongly or keep apart, as they are written in the press.
///
/// In ``names`` and ``nouns`` a line is what is indexed, a colon, and the other forms of the word: broken plurals,
/// spellings, adjectives of place. A word without a colon is only kept from being cut. Prefixes, and suffixes that leave
/// a listed form, are taken off before.
enum StemExceptions {
    /// Words whose first letter و is their own, by their beginnings.
    static let waw = """
        وزير وزار وزرا وكال وكيل وطن وقت وفد وفود وفاة وفيات وفق وقف وقفة واقع واجب واحد وادي واسع واضح واضحة وافق
        وافد وارد وثيق وثائق وجه وجوه وجود وجبة وجبات وحدة وحدات وحيد ورد ورق ورقة ورشة ورش
        ورثة وريث وزن وسط وسيط وساط وسيل وسائل وشيك وصف وصل وصول وصية وضع وضوح وطأة وظيف وظائف وعود وعي وفاق وفرة
        وقاية وقائع وقود وقوع وقوف ولد والد ولادة ولاية ولايات وليد وليام وهمي وهاب
        ويكي ويلز واشنط وارسو وائل واتس واصل واجه واعد وعكة وعدت وقعت وقعة وصفت وضعت وجدت وحش وحشي وحوش وتيرة وتر وثب
        وداع ودية ودائع وديع ورم وزع وشم وصاية وعاء وغد وفير وقح ولاء ولع ونسة
        وباء وهب وسام وساده واحة واعظ واعي وافر والي والية وحي وكر وله وهن ولي ولية وطيد وعورة وغى وليم وول وودز ووهان
        ويلسون ويمبل وندسور وستر وسترن ونش ويسك
        """

    /// Words whose first letter ل is their own, by their beginnings: `للقاح` is ل and اللقاح.
    static let lam = """
        لقاح لقاء لقاءات لجن لجان لغة لغات لغوي لاعب لاجئ لبنان ليل ليال لحم لحوم لون لواء لوح لاتين ليبي ليبر لندن
        لهج لقب لحظ لعب لص لصوص لوجست لباس لجوء لطف لوائح لائح لازم لاحق لافت لوبي ليث ليغ ليزر لمس لغز لغم لوم لؤلؤ
        """

    /// Names of two words that are also written as one.
    static let pairs = """
        بيونغ يانغ
        بيونج يانج
        أبو ظبي
        فيس بوك
        فايس بوك
        يو تيوب
        انستا غرام
        """
}
