/// What pages say to their readers, by the part a word plays in it. For one rule only, so that no other takes a word of
/// everyday speech for one of pages.
enum PageTalk {
    /// Asked of the reader: `اختر`, `أدخل`, `يرجى`, `choose`.
    static let requests = Lexicon.hashes(
        """
        اضغط اضغطي اضغطوا انقر انقري انقروا اختر اختاري اختاروا أدخل أدخلي أدخلوا اكتب اكتبي اكتبوا أكتب أرسل أرسلي أرسلوا
        أرسلها أرسله راسل راسلنا راسلونا راسلينا أخبر أخبرنا أخبرونا أخبرينا أبلغ أبلغنا أبلغونا أبلغوا بلغ قيم قيموا قيمي
        صوت صوتوا صوتي لخص لخصي اسأل اسألوا اسألي استمع استمعوا استمعي اسمع حمل حملوا حملي نزل نزلوا نزلي ثبت ثبتوا افتح
        افتحوا أغلق أضف أضيفوا أضيفي أضفنا أضيفونا اترك اتركوا اتركي احفظ احفظوا احفظي اطبع اطبعوا انسخ انسخوا شارك شاركوا
        شاركي شاركنا شاركونا شاركينا شاركه شاركها انشر انشروا انشرها انشره أعد أعيدوا تابع تابعوا تابعي تابعنا تابعونا
        تابعينا اتبعنا اتبعونا اشترك اشتركوا اشتركي انضم انضموا انضمي سجل سجلوا سجلي فعل فعلوا فعلي اسمح اسمحوا ادعم ادعموا
        ادعمي ادعمنا ادعمونا تبرع تبرعوا تبرعي ساهم ساهموا ساهمي ساعد ساعدنا ساعدونا ساعدوا زر زوروا زورونا زورينا تصفح
        تصفحوا تصفحي اكتشف اكتشفوا جرب جربوا جربي كن كوني كونوا ابق ابقي ابقوا ابقى خليك خليكم خليكوا اجعل اجعلوا اجعلي احصل
        احصلوا احصلي اطلب اطلبوا اقترح اقترحوا ناقش ناقشوا عد عودوا ارجع انتقل انتقلوا تواصل تواصلوا تواصلي اتصل اتصلوا
        اعمل اعملوا اعملي أعجب علق علقوا علقي تحقق تحققوا ابحث ابحثوا اقرأ اقرأوا اقرئي شاهد شاهدوا شاهدي طالع طالعوا مرر
        مرري اسحب اسحبوا استعرض استعرضوا اعرف اعرفوا تعرف تعرفوا استفد استفيدوا استمتع استمتعوا خصص خصصوا حدد حددوا أنشئ
        أنشئوا ادخل ادخلوا دوس دوسوا شوف شوفوا قدم قدمي قدموا وصل وصلوا أسمعنا حدثنا احك احكوا أطلعنا
        يرجى الرجاء رجاء نرجو نرجوكم ندعوكم ندعوك يسعدنا يسرنا يهمنا نرحب  تريد تريدون ترغب ترغبون تود تودون
        نسيت وجدت لاحظت لاحظتم رأيت استفدت تقيم تقيمون تنسوا تنسى تنس تبخل تبخلوا تفوت تفوتوا تفوتك تفوتكم تجدنا تجدوننا
        تجدونا يعلق يعرف يعلم يضيف يقيم يشارك لتشارك لتصلك لتصلكم ليصلك ليصلكم تصلك تصلكم يصلك يصلكم لتتمكن لتلقي لاستلام
        لنتواصل تابعتمونا تبقى لتبقى لتبقوا لتتابع لتتابعوا
        click tap press enter choose select type send share tell report rate vote summarize summarise ask listen download
        install open close add leave save print copy follow join subscribe sign log register enable allow support donate
        help visit browse discover try stay make get request suggest contact call like reply check search please forgot
        become gift want spotted found noticed receive receives
        cliquez appuyez entrez choisissez saisissez envoyez partagez signalez notez votez demandez écoutez téléchargez
        installez ouvrez fermez ajoutez laissez enregistrez imprimez copiez suivez rejoignez abonnez inscrivez activez
        autorisez soutenez aidez visitez découvrez essayez restez recevez contactez aimez connectez répondez cherchez veuillez
        klicken tippen geben wählen senden teilen melden bewerten abstimmen fragen hören laden installieren öffnen schließen
        fügen hinterlassen speichern drucken kopieren folgen abonnieren registrieren aktivieren erlauben unterstützen
        spenden helfen besuchen entdecken testen bleiben erhalten kontaktieren bitte
        haga haz pulse introduzca elija seleccione escriba envíe comparta comparte cuéntanos reporte valore vota pregunte
        escuche descargue descarga instale abra cierre añada deje guarde imprima copie siga sigue únete suscríbete regístrese
        active permita apoye apoya done ayude visite descubra pruebe manténgase reciba recibe contacte
        bize lütfen tıklayın girin seçin yazın gönderin paylaşın bildirin oylayın sorun dinleyin indirin açın kapatın ekleyin
        bırakın kaydedin takip katılın abone olun destekleyin ziyaret keşfedin deneyin alın
        لطفا کنید وارد انتخاب بنویسید بفرستید ارسال دنبال عضو مشترک دانلود نصب حمایت بپیوندید بگذارید
        براہ_کرم کریں کیجیے لکھیں بھیجیں درج منتخب شامل ڈاؤن_لوڈ فالو
        """)

    /// What is done with a page, as a noun: `تكبير`, `تنزيل`, `الإبلاغ`.
    static let actions = Lexicon.nouns(
        """
        تسجيل إنشاء إضافة عرض تحميل تنزيل حفظ إرسال مشاركة كتابة تغيير تعديل تكبير تصغير إخفاء إظهار إلغاء إدارة تفعيل إيقاف
        طباعة اختيار متابعة اشتراك إعجاب انتقال عودة رجوع تجاوز تخطي إبلاغ تقييم قبول رفض استلام تلقي معرفة إعادة ضغط نقر
        استماع دخول خروج تصفح مواصلة استكمال إكمال إزالة موافقة انضمام اطلاع نشر دعم تغريد توجد يوجد تواصل تبرع أرشفة تشغيل إعدادات تخصيص تضمين
        متوفر متاح متوفرة متاحة
        """)

    /// The reader's own, and the site's own: `بريدك`, `آراءكم`, `لموقعنا`.
    static let owned = Lexicon.owned(
        """
        بريد حساب رأي آراء تعليق تعليقات صديق أصدقاء هاتف جهاز متصفح تجربة تقييم تصويت صوت اسم دخول اشتراك مشاركة مشاركات مقال
        مقالات شعور لغة بلد نشرة مصدر مصادر اهتمام اهتمامات انطباع ملاحظات اقتراح اقتراحات سؤال أسئلة استفسار استفسارات قصة خبر
        منطقة مدينة جوال عنوان بيانات خصوصية رضا دعم تفاعل موقع صفحة صفحات قناة تطبيق مجموعة نشرات منصة منصات أخبار فريق موافقة
        """)

    /// Opens an offer to the reader: `إذا كنت تعتقد أن المقال يحوي معلومات خاطئة أرسل تصحيحا`.
    static let conditions = Lexicon.hashes("إذا إن لو هل if falls wenn si")

    /// One step after another: how something is done, told by a story.
    static let steps = Lexicon.hashes("ثم then dann puis ensuite luego sonra سپس پھر")

    /// What the reader must do first.
    static let obliged = Lexicon.hashes(
        "أصدقائك أصدقائكم زملائك آرائكم خود خودتان اپنا اپنی اپنے عليك عليكم عليكن يمكنك يمكنكم بإمكانك بإمكانكم إليك إليكم عزيزي عزيزتي إخبارنا مراسلتنا متابعتنا مشاركتنا إلينا بنا سنرسل نرسل وسنرسل"
    )

    /// Asks how the reader liked it, in a question.
    static let judged = Lexicon.hashes(
        "مفيد مفيدا مفيدة نافعا ساعدك ساعدكم أعجبك أعجبكم استفدت استفدتم أفادك رأيك رأيكم رضاك تقيم تقيمون تعطي helpful useful"
    )

    /// Parts of pages and what belongs to their readers, that stories about the world rarely name in a heading.
    static let parts = Lexicon.nouns(
        """
        تعليقات تعليقا تطبيق إشعار إشعارات تنبيهات اشتراك حساب خط مفضلة نشرة بريد إيميل رابط لينك متصفح مرور خروج كوكيز
        ملفات تعريف ارتباط خصوصية pdf جرس جوال لايك مشتركين قارئ متجر تحقق أدوات واتس بودكاست نشرات sms
        """)

    /// What pages are about, and stories too: `المقال`, `الصفحة`, `الصوت`.
    static let things = Lexicon.nouns(
        """
        مقال مقالة خبر موضوع تقرير مادة محتوى نص صفحة موقع تعليق رد ردود رأي آراء فيديو مقطع صورة صور ألبوم صوت حجم قناة
        مجموعة نقاش حوار استطلاع تصويت خطأ تصحيح قائمة قسم أقسام خريطة نسخة نافذة شاشة إعلان إعلانات ترجمة لغة هاتف إعجاب
        أصدقاء صديق مشترك قراءة أعلى رئيسية رمز اسم كلمة شريط سطح مكتب دخول قراء صحافة جريدة صحيفة عدد أصوات مستخدم شعور
        معلقين معلق محرر تجربة تفاعل منشور ملاحظات اقتراحات استفسار استفسارات أخبار فريق قصة خدمة تحقيق عاجلة موجز رسائل حلقة استفتاء سؤال شكوى شكاوى تصحيحات تصحيحا
        """)

    /// Words that fill up such lines.
    static let fillers = Lexicon.hashes(
        """
        جديد جديدة الجديد الجديدة جديدنا أول أولا الأول كل جميع الكل أكثر آخر أحدث أهم أبرز هنا الآن مجانا مجانية فقط أيضا أخرى
        الأخرى يوميا أسبوعيا شهريا سنويا اليومية الأسبوعية الشهرية الرسمية الرسمي الإلكترونية الإلكتروني الورقي الورقية
        الصوتية الرقمية الرقمي المفضل المفضلة مباشرة بواسطة عبر أفضل بشكل دائم بنجاح لي حتى نعم لا أو أي ما مدى كيف كم
        هذا هذه دون بدون خلال صباح مساء كبير صغير متوسط أكبر أصغر بحجم مفيد مفيدا مفيدة مستقلة المستقلة الحرة حرة
        شكرا تم تمت يتم أي بعد توجد أولا اللازم آلي حصري تفعيل نجوم نجمة الاستمرار استمرار عليك عليكم يمكن يجب لكي كي حتى
        الإنجليزية بالإنجليزية الفرنسية بالفرنسية العربية بالعربية التركية الإسبانية
        new first all more latest here now free only also each every daily weekly morning evening day week month year best later this already little just top stories
        nouveau première tous plus ici déjà maintenant gratuit gratuitement seulement aussi chaque jour semaine matin soir
        neu erste alle mehr hier jetzt kostenlos nur auch täglich wöchentlich morgens
        nuevo primero todos más aquí ahora gratis sólo también cada día semana
        دریافت خبرها تازه رایگان هر روز هفته مستقل مالی کمک تازہ روزانہ مفت
        yeni ilk tüm daha burada şimdi ücretsiz her gün hafta
        """)

    /// Things of pages in other languages.
    static let foreignParts = Lexicon.hashes(
        """
        comment comments member membership newsletter newsletters email inbox account password app notification notifications alerts link
        cookies privacy browser subscription subscriber subscribers favorites favourites bookmarks pdf font conversation
        discussion feedback typo error poll survey rating emailed mailbox facebook twitter whatsapp telegram instagram
        commentaire commentaires abonné courriel compte application lien abonnement abonnés favoris police sondage erreur alertes
        kommentar kommentare konto passwort benachrichtigungen abonnement lesezeichen umfrage fehler schriftgröße postfach
        comentario comentarios correo cuenta contraseña aplicación notificaciones enlace suscripción favoritos encuesta error
        bülten bültenimize hesap şifre uygulama uygulamamızı bildirimleri bağlantı abonelik yorum anket hata
        خبرنامه حساب رمز اپلیکیشن اعلان لینک نظر نظرسنجی خطا کانال
        نیوز_لیٹر اکاؤنٹ ایپ نوٹیفکیشن لنک تبصرہ چینل
        """)
}
