extension Vocabulary {
    /// Rights, opinions, privacy.
    static let legal = [
        Table(
            [.copyright],
            "ar حقوق الحقوق حقوق_النشر حقوق_الطبع\nen copyright rights all_rights\nfr droits tous_droits\nde rechte urheberrecht\nes derechos\nit diritti pt direitos\nfa حقوق حق_چاپ\nur حقوق\ntr hakları"
        ),
        Table(
            [.reserved],
            "ar محفوظة محفوظه محفوظ\nen reserved\nfr réservés\nde vorbehalten\nes reservados\nit riservati pt reservados\nfa محفوظ\nur محفوظ\ntr saklıdır"
        ),
        Table(
            [.express],
            "ar تعبر يعبر تعكس تمثل يمثل تلزم\nen express reflect represent expressed\nfr engagent reflètent\nde spiegeln\nes reflejan representan"
        ),
        Table(
            [.opinion],
            "ar آراء الآراء رأي وجهة_نظر وجهات_نظر وجهة_النظر أفكار مسؤولية\nen views opinions opinion view\nfr opinions points_de_vue\nde meinung\nes opiniones"
        ),
        Table(
            [.owner],
            "ar أصحابها صاحبها كاتبها كاتبيها كاتبه كاتبيه كتابها أصحابه الموقع بالضرورة المنشورة الواردة صاحبه كاتب_المقال سياسة_الموقع سياسة_الجريدة\nen authors author publication necessarily contributors\nfr auteurs\nde autoren\nes autores"
        ),
        Table(
            [.privacy],
            "ar الخصوصية سياسة_الخصوصية شروط_الاستخدام شروط_الخدمة ملفات_تعريف_الارتباط الكوكيز كوكيز ملفات_الارتباط الشروط_والأحكام سياسة_الاستخدام إرشادات_الاستخدام\nen cookies cookie privacy privacy_policy terms terms_of_use terms_of_service terms_and_conditions consent\nfr cookies confidentialité conditions\nde datenschutz cookies\nes cookies privacidad"
        ),
        Table(
            [.moderation],
            """
            ar النقاش مراجعة مسيئة المسيئة الإساءة إساءة تسيء يسيء حذف بذيئة شتائم الشتائم لائقة القراء للقراء الالتزام بآداب آداب شروط_التعليق إرشادات تجريح التجريح المقدسات يحق الحق نشرها ألفاظ
            en moderated moderation abusive offensive guidelines respectful readers review rules profanity community
            fr modérés modération charte
            de netiquette moderiert
            es moderación ofensivos
            fa توهین منتشر حاوی ادب قوانین مغایر
            """),
        Table(
            [.consent],
            """
            ar توافق أوافق موافقتك باستخدامك باستخدام نستخدم يستخدم استخدامك بمواصلة لتحسين
            en agree accept using use continue browsing experience
            fr acceptez utilisons utilise
            de verwenden nutzen zustimmen
            es utilizamos acepta
            """),
    ]
}
