extension Vocabulary {
    /// Rights, opinions, privacy.
    static let legal = [
        Table(
            [.copyright],
            """
            ar حقوق الحقوق حقوق_النشر حقوق_الطبع
            en copyright rights all_rights
            fr droits tous_droits
            de rechte urheberrecht
            es derechos
            it diritti
            pt direitos
            fa حقوق حق_چاپ
            ur حقوق
            tr hakları
            ru права
            id hak_cipta
            he זכויות הזכויות
            ar إخلاء_مسؤولية إخلاء_المسؤولية تنبيه_قانوني
            en disclaimer
            """),
        Table(
            [.reserved],
            """
            ar محفوظة محفوظه محفوظ
            en reserved
            fr réservés
            de vorbehalten
            es reservados
            it riservati
            pt reservados
            fa محفوظ
            ur محفوظ
            tr saklıdır
            ru защищены
            id dilindungi
            he שמורות
            ar إخلاء_مسؤولية
            ar إخلاء_المسؤولية
            en disclaimer
            fa متعلق
            fr réservé réservée
            """),
        Table(
            [.express],
            """
            ar تعبر يعبر تعكس تمثل يمثل تلزم
            en express reflect represent expressed
            fr engagent reflètent
            de spiegeln
            es reflejan representan
            ru может_не_совпадать совпадать отражает
            pt representam refletem responsabilidade
            it riflettono rispecchia
            de wider spiegelt
            es refleja representa
            id mencerminkan
            ar يلزم تعبّر
            ur متفق
            """),
        Table(
            [.opinion],
            """
            ar آراء الآراء رأي وجهة_نظر وجهات_نظر وجهة_النظر أفكار مسؤولية
            en views opinions opinion view
            fr opinions points_de_vue
            de meinung
            es opiniones
            pt opinião opiniões responsabilidade
            ru мнение мнения мнением точка_зрения
            it opinioni
            es opinión
            id opini pandangan
            de meinungen ansicht ansichten
            ar موقف
            ur رائے
            """),
        Table(
            [.owner],
            """
            ar أصحابها صاحبها كاتبها كاتبيها كاتبه كاتبيه كتابها أصحابه الموقع بالضرورة المنشورة الواردة
            ar صاحبه كاتب_المقال سياسة_الموقع سياسة_الجريدة
            en authors author publication necessarily contributors
            fr auteurs
            de autoren
            es autores
            pt autor site
            ru редакции автора авторов
            it autori autore
            en own do_not_necessarily newspaper editorial
            es medio
            id penulis
            de redaktion autors
            fr auteur rédaction
            ur مصنف ادارے ادارہ
            """),
        Table(
            [.privacy],
            """
            ar الخصوصية سياسة_الخصوصية شروط_الاستخدام شروط_الخدمة ملفات_تعريف_الارتباط الكوكيز كوكيز
            ar ملفات_الارتباط الشروط_والأحكام سياسة_الاستخدام إرشادات_الاستخدام
            en cookies cookie privacy privacy_policy terms terms_of_use terms_of_service
            en terms_and_conditions consent
            fr cookies confidentialité conditions
            de datenschutz cookies
            es cookies privacidad
            ar ملفات_ارتباط
            """),
        Table(
            [.moderation],
            """
            ar النقاش مراجعة مسيئة المسيئة الإساءة إساءة تسيء يسيء حذف بذيئة شتائم الشتائم لائقة القراء
            ar للقراء الالتزام بآداب آداب شروط_التعليق إرشادات تجريح التجريح المقدسات يحق الحق نشرها ألفاظ
            en moderated moderation abusive offensive guidelines respectful readers review rules profanity
            en community
            fr modérés modération charte
            de netiquette moderiert
            es moderación ofensivos
            fa توهین منتشر حاوی ادب قوانین مغایر
            en closed civil on_topic removed deleted stay_on_topic policy
            de beleidigende gelöscht beleidigungen geschlossen respektvoll sachlich deaktiviert
            es cerrados normas moderados
            pt regras responsabilidade encerrados
            fr fermés insultes respectueux
            ru отключены закрыты модерацию правила
            ar مغلقة مغلق المخالفة المخالف الألفاظ تخضع سنقوم
            id tanggung_jawab sara
            tr hakaret onaylanmaz onaylandıktan
            ar تجريحا تجريحاً
            ar مقدسات إساءات شروط ضوابط المشرف المشرفين المشرفون
            """),
        Table(
            [.consent],
            """
            ar توافق أوافق موافقتك باستخدامك باستخدام نستخدم يستخدم استخدامك بمواصلة لتحسين
            en agree accept using use continue browsing experience
            fr acceptez utilisons utilise
            de verwenden nutzen zustimmen
            es utilizamos acepta
            ar موافقتكم تستخدم نحتاج مطلوبة
            """),
    ]
}
