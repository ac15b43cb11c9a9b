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
            ar مشغل_الفيديو تشغيل_الفيديو تشغيل_الصوت تحميل_الفيديو متصفحكم جاري_التحميل جار_التحميل جاري_تحميل
            ar يتعذر عذرا إغلاق_الإعلان تخطي_الإعلان انتقل_إلى ملء_الشاشة كتم_الصوت جودة_الفيديو سرعة_القراءة
            ar الوضع_الداكن وضع_القراءة عدد_القراء عدد_الكلمات
            en skip_to scroll_to_continue video_player listen_to_this_article listen_to_article text_to_speech
            en article_audio min_listen copy_link external_content external_link jump_to go_to
            fr suivante précédente copier vidéo agrandir lire_la_vidéo passer
            de artikel_anhören anhören externer_inhalt lesedauer vorlesen_lassen empfohlener_externer
            es escuchar volver_arriba escuchar_artículo tiempo reproducir cargando volver
            pt próximo próxima voltar tempo_de_leitura ouvir_notícia ouvir carregando salvar
            it stampa tempo_di_lettura
            ru распечатать время_чтения назад вперед наверх версия_для_печати прослушать
            tr okuma_süresi yukarı_çık dinle kaydet
            he הדפסה הדפס זמן_קריאה האזינו_לכתבה שמור שליחה
            id cetak waktu_baca simpan
            ur پرنٹ_کریں
            fa زمان_مطالعه سایز_متن
            ar عرض_هذا_المنشور شاهد_هذا_المنشور لا_يدعم_متصفحك متصفحك_لا_يدعم متصفحك_لا عرض_المنشور
            en not_available_in is_not_available in_your_region in_your_country in_your_browser is_loading
            en skip_past video_unavailable javascript your_browser
            de externen_inhalt externe_inhalte
            ar غير_متوفر غير_متاح جافاسكربت جافا_سكريبت قم_بتفعيل يتم_تحميل تسمح_بعرض تخط تخطى نهاية_محتوى
            ar نهاية_المحتوى المتصفح صوت_من_الإنترنت
            ar بالحجم_الكامل حدث_خطأ خطأ_أثناء شغل_الفيديو الرجاء_الانتظار يرجى_الانتظار زر_الجرس الجرس
            ar بحث_متقدم
            ar إلى_الأعلى للأعلى من_نحن أعلن_معنا خريطة_الموقع سياسة_النشر عن_الموقع فريق_العمل تم_نسخ_الرابط
            ar تذكرني جميع_الأقسام
            en powered_by about_us site_map read_in
            ar أظهر_المزيد اعرض_المزيد رؤية_المزيد حمل_المزيد
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
            tr anket
            ru опрос голосование
            id jajak_pendapat
            pt enquete
            ar مفيد مفيدا مفيدة
            en helpful useful
            ar سبر_آراء سبر_الآراء استبيان استبانة
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
            ru комментарии комментарий комментировать оставить_комментарий комментарию
            id komentar komentari tulis_komentar
            pt comentário deixe_um_comentário
            tr yorum_yap yorum_yaz yorum_yazmak yorumu
            he הוסף_תגובה כתבו_תגובה הגיבו להגיב
            de kommentarfunktion kommentarbereich
            fr réagissez commentez
            es comenta
            ur تبصرہ_کریں رائے_دیں
            it commento commenta lascia_un_commento
            en commenting
            ar تعليقي لتضيف
            ar نشر_التعليق
            en replying replying_to
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
            ru имя почта
            tr e_posta ad_soyad
            pt nome endereço_de_e_mail
            es dirección_de_correo_electrónico dirección_de_correo publicada
            ar مسجل_الدخول اسمي بريدي بريدي_الإلكتروني والموقع_الإلكتروني
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
            ru теги тэги метки ключевые_слова
            id tagar topik_terkait
            pt marcadores assuntos
            es archivado_en
            it argomenti parole_chiave
            tr etiket anahtar_kelimeler
            he תגים
            ur ٹیگ
            de stichwörter mehr_zu themen
            ar موسوم موسومة مصنف مصنفة
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
            ru главная
            id beranda
            pt página_inicial
            he דף_הבית
            ur صفحہ_اول
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
            ar وطنيات جهويات قضاء أمن جهات حوادث_وقضايا دوليات إقليميات مغاربيات
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
            ar محتوى_مدعوم محتوى_ترويجي إعلان_ترويجي برعاية محتوى_برعاية يستمر_المحتوى يتواصل_المحتوى
            ar تابع_بعد_الإعلان يتبع_بعد_الإعلان أكمل_القراءة_بعد_الإعلان مساحة_إعلان شريك_إعلاني إعلان_ممول
            ar الإعلانات
            en story_continues article_continues story_continues_below_advertisement continues_below
            en continue_reading_below sponsored_by sponsored_post partner_content branded_content advertorial
            en
            fr la_suite_après après_cette_publicité contenu_sponsorisé
            de artikel_läuft_weiter gesponsert
            es continúa_después después_de_la_publicidad contenido_patrocinado patrocinado la_noticia_continúa
            it continua_dopo annuncio
            pt continua_após continua_depois após_a_publicidade depois_da_publicidade conteúdo_patrocinado
            pt anúncio
            ru реклама продолжение_после рекламы после_рекламы на_правах_рекламы
            tr reklamlar haberin_devamı
            he פרסומת תוכן_ממומן
            id iklan scroll_ke_bawah
            ur اشتہارات
            id melanjutkan_membaca
            ar مساحة_مدفوعة انتهى_الإعلان قد_يتضمن_إعلانات إعلانات_جوجل تحميل_الإعلان
            ar إعلان_تجاري إعلان_مبوب
            ar محتوى_مدفوع
            ar إشهار إشهارات فضاء_إشهاري وصلة_إشهارية مساحة_إشهارية دعاية
            fa تبلیغ پس_از_تبلیغ ادامه_مطلب
            ur اشتہار_کے_بعد بعد_جاری_ہے
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
            ar التغطية_مستمرة تغطية_مستمرة المزيد_قريبا التفاصيل_لاحقا تحديث_مستمر
            de ende
            ar انتهى_النص انتهى_التقرير انتهى_البيان
            """),
    ]
}
