extension Vocabulary {
    /// Buttons, gauges, forms, paths, tags.
    static let furniture = [
        Table(
            [.button],
            """
            ar طباعة اطبع إطبع للطباعة حجم_الخط تكبير_الخط تصغير_الخط تكبير تصغير الخط السابق التالي
            ar بداية_الصفحة أعلى_الصفحة العودة رجوع تخطي تخطي_الروابط الروابط تلخيص ملخص مدة_القراءة
            ar وقت_القراءة زمن_القراءة مدة_الفيديو مدة_التسجيل احفظ حفظ احفظها إخفاء إظهار عرض_الكل
            ar شاهد_الكل عرض_المزيد تحميل_المزيد عرض_النتائج الكل استمع_للخبر استمع_إلى_المقال استمع_للمقال
            ar استمع_إلى_الخبر استماع تشغيل إيقاف كتم المفضلة أضف_إلى_المفضلة قائمة_القراءة قائمة_قراءتك
            ar لقراءتها_لاحقا لاحقا اقرأ_لاحقا إعادة_استخدام بحث ابحث القائمة إغلاق اغلاق تسجيل_الدخول دخول
            ar البث_المباشر بث_مباشر عدد_المشاهدات عدد_الزيارات عدد_القراءات مشاهدات المشاهدات زيارات قراءات
            ar تقييم قيم التقييم مرات_القراءة رقم_الخبر كود_الخبر الإبلاغ بلغ_عن الوضع_الليلي إلغاء_الرد
            ar الإعدادات إعدادات ترتيب موافق أوافق متصفحك الزيارات الصوت
            en print next previous prev skip font_size text_size back_to_top top_of_page short_url
            en url permalink reading_time min_read min_to_read listen_to_this save bookmark view_all see_all
            en show_all load_more show_more show_less expand collapse play pause mute unmute volume
            en fullscreen menu search close login log_in sign_in register_now subscribe_now accept settings
            en post_title d_none hideme loading advertisement_continue toggle gallery slide open
            en scroll_down report_error embed views comments_off estimated enlarge pdf
            fr imprimer suivant précédent taille_du_texte temps_de_lecture haut_de_page retour lecture
            fr écouter enregistrer fermer connexion
            de drucken weiter zurück schriftgröße lesezeit nach_oben merken schließen anmelden vorlesen
            es imprimir siguiente anterior tamaño tiempo_de_lectura guardar cerrar
            fa نسخه_چاپی چاپ اندازه_فونت فونت ذخیره کد_خبر کدخبر شناسه_خبر لینک_کوتاه کپی_لینک گروه نفر
            fa بازدید تعداد_بازدید چاپ_خبر
            ur پرنٹ
            tr yazdır sonraki önceki
            """),
        Table(
            [.poll],
            """
            ar استطلاع استطلاع_الرأي استفتاء تصويت صوت صوّت عرض_النتائج
            en poll vote poll_buttons results survey
            fr sondage
            de umfrage
            es encuesta
            fa نظرسنجی
            """),
        Table(
            [.comment],
            """
            ar تعليق تعليقات التعليقات تعليقك تعليقاتكم تعليقا اترك_تعليقا اترك_تعليقاً اترك_ردا اترك_رد
            ar أضف_تعليق أضف_تعليقا أضف_تعليقك اكتب_تعليق اكتب_تعليقا اكتب_تعليقك علق يعلق رأيك اكتب_رأيك
            ar شاركنا_رأيك شاركنا_برأيك شارك_برأيك الحقول_الإلزامية الحقول_المطلوبة أضف اضف اترك إضافة_تعليق
            ar إضافة_تعليق_جديد جميع_التعليقات
            en comment comments leave_a_reply leave_a_comment reply replies post_a_comment
            en join_the_conversation join_the_discussion add_a_comment
            fr commentaire commentaires commenter réagir laisser_un_commentaire réactions
            de kommentar kommentare kommentieren diskutieren
            es comentario comentarios comentar deja_un_comentario
            it commenti
            pt comentários comente
            fa نظر_شما نظرات ارسال_نظر نظر دیدگاه دیدگاه‌ها دیدگاهتان
            ur تبصرہ تبصرے
            tr yorum yorumlar
            he תגובות תגובה
            """),
        Table(
            [.field],
            """
            ar الاسم اسمك البريد_الإلكتروني البريد_الالكتروني بريدك_الإلكتروني عنوان_بريدك_الإلكتروني
            ar لن_يتم_نشر الموقع_الإلكتروني الموقع_الالكتروني العنوان كود_التحقق رمز_التحقق إرسال ارسال
            ar الهاتف كلمة_المرور
            en name your_name email_address website your_email submit password required
            fr nom adresse_e_mail envoyer
            de absenden
            es nombre correo_electrónico
            fa نام ایمیل نام_خانوادگی
            """),
        Table(
            [.tagLabel],
            """
            ar كلمات_دلالية الكلمات_الدلالية كلمات_مفتاحية الكلمات_المفتاحية كلمات_البحث الوسوم وسوم وسم
            ar تاجز تاجات تاغات تاغ تاج التاغات التاجات هاشتاغ هاشتاج سمات السمات كلمات_ذات_صلة مواضيع_الخبر
            ar علامات العلامات أوسمة تصنيف التصنيف تصنيفات التصنيفات القسم الأقسام كلمات_متعلقة
            ar الكلمات_المتعلقة
            en tags tag keywords topics filed_under tagged categories category labels in_this_story
            fr mots_clés mots_clefs étiquettes thèmes tags
            de schlagworte schlagwörter stichworte
            es etiquetas temas palabras_clave
            it tag
            pt palavras_chave
            fa برچسب‌ها برچسبها برچسب_ها برچسب کلیدواژه کلیدواژه‌ها کلید_واژه
            ur ٹیگز
            tr etiketler
            he תגיות
            """),
        Table(
            [.home],
            """
            ar الرئيسية الصفحة_الرئيسية الموقع_الرسمي أنت_هنا
            en home homepage you_are_here official_site
            fr accueil
            de startseite
            es inicio portada
            fa صفحه_اصلی صفحه_نخست خانه
            tr anasayfa ana_sayfa
            """),
        Table(
            [.section],
            """
            ar سياسة السياسة اقتصاد الاقتصاد رياضة الرياضة ثقافة الثقافة فن فنون منوعات المنوعات صحة علوم
            ar تكنولوجيا تقنية مجتمع حوادث محليات محلي عالمي عالمية دولي دولية عربي عربية ودولي وعربي اقليمي
            ar إقليمي إقليمية عام اجتماعي ثقافي اقتصادي سياسي رياضي آراء مقالات رأي كتاب وآراء صحافة مرأة
            ar أسرة سيارات سفر سياحة دين اسلاميات فيديو صور تقارير تحقيقات حوارات ملفات مصر العالم العرب
            ar خارج داخل المحافظات أسواق مال أعمال بورصة طاقة عقارات بيئة مناخ طقس كرة_القدم كرة تعليم
            ar جامعات أخبار_العالم أخبار_عالمية أخبار_محلية الشرق_الأوسط الوطن_العربي شؤون نافذة متفرقات
            ar تريندات لايف_ستايل موضة طبخ
            en world politics business sport sports entertainment culture technology tech science health
            en opinion lifestyle travel middle_east africa europe asia us_news local economy society
            en featured life
            fr monde politique économie sport culture société international
            de politik wirtschaft kultur wissen panorama gesellschaft ausland inland
            es mundo política economía deportes cultura sociedad
            fa سیاست اقتصاد ورزش فرهنگ جامعه حوادث انتخابات بین‌الملل اجتماعی سیاسی اقتصادی فرهنگی ورزشی
            fa استانها
            """),
        Table(
            [.advertisement],
            """
            ar إعلان إعلانات مساحة_إعلانية مساحة_اعلانية اعلان اعلانات محتوى_إعلاني محتوى_ممول ممول
            ar مادة_إعلانية إعلان_مدفوع
            en advertisement advertisements ad ads advert sponsored_content story_continues_below
            en paid_content
            fr publicité annonce
            de anzeige werbung
            es publicidad anuncio
            it pubblicità
            pt publicidade
            fa آگهی تبلیغات
            ur اشتہار
            tr reklam
            """),
        Table(
            [.contact],
            """
            ar للتواصل لمراسلة لمراسلتنا للمراسلة تواصل_مع البريد_الإلكتروني_للكاتب إيميل ايميل للاتصال هاتف
            ar جوال فاكس sms أرسل_sms
            en contact phone fax write_to
            fr contact
            de kontakt
            """),
        Table(
            [.wireEnd],
            """
            ar انتهى انتهي يتبع ا_هـ اهـ انتهى_الخبر
            fa انتهای_پیام پایان_پیام
            en ends endit
            fr fin
            """),
    ]
}
