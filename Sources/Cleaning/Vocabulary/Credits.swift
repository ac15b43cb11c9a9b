extension Vocabulary {
    /// Who a story or picture is credited to, and its labels.
    static let credits = [
        Table(
            [.sourceLabel],
            """
            ar المصدر مصدر المصادر نقلا_عن نقلاً_عن نقلا منقول_عن عن_موقع عن_صحيفة وفقا_لـ
            en source sources via
            fr source sources
            de quelle quellen
            es fuente fuentes
            it fonte
            pt fonte fontes
            fa منبع ماخذ
            ur ماخذ بشکریہ
            tr kaynak
            he מקור
            ar مصدر_الخبر المصدر_الأصلي نقلاً نقلًا منقول المرجع المراجع
            ru источник источники по_материалам
            id sumber
            ur ذریعہ
            it fonti
            tr kaynaklar
            """),
        Table(
            [.sourceLabel, .work],
            """
            en contributed_to_this with_files_from originally_published_by originally_published_on
            en originally_appeared first_appeared_on material_from contributed_reporting was_produced_by
            fr initialement_publié
            de mit_material_von mit_material_der dieser_artikel_erschien
            es con_información_de publicado_originalmente
            pt com_informações_da com_informações_do publicado_originalmente
            en appeared_first_on appeared_first_in
            fr est_apparu_en_premier
            de erschien_zuerst_auf erschien_zuerst_bei
            es se_publicó_primero_en aparece_primero_en apareció_primero_en
            ar ظهر_أولا ظهرت_أولا ظهرت_المقالة ظهر_المقال
            """),
        Table(
            [.agency],
            """
            ar رويترز وكالات الوكالات وكالة متابعات متابعه متابعة متابعة_خاصة أ_ف_ب أ_ف_پ ا_ف_ب أف_ب
            ar فرانس_برس فرانس_بريس الفرنسية أ_ب أسوشيتد_برس اسوشيتد_برس اسوشيتدبرس أسوشييتد_برس د_ب_أ
            ar الألمانية واس وام قنا كونا بنا سانا واع وفا شينخوا سبوتنيك تاس نوفوستي إنترفاكس الأناضول
            ar اناضول بترا بلومبرغ بلومبيرغ بلومبرج غيتي_إيمجز غيتي جيتي جيتي_إيمدجز يو_بي_آي إفي آكي معا
            ar صفا شهاب إرنا فارس تسنيم مهر إيسنا وأج وات لانا الأوروبية مواقع مواقع_إلكترونية مواقع_إخبارية
            ar إنترنت الإنترنت صحف خاص_بالموقع شفق واخ
            en reuters afp ap associated_press agencies agency wires wire_services dpa efe ansa tass xinhua
            en bloomberg getty getty_images epa upi sputnik interfax rt cnn bbc staff nyt wam spa wafa kuna
            en qna ani pti ians irna alamy shutterstock istock newswires
            fr agences agence_france_presse belga
            de agenturen
            es agencias europa_press
            fa ایرنا ایسنا فارس تسنیم مهر خبرگزاری
            tr ajanslar anadolu
            ru тасс риа риа_новости интерфакс ап афп рейтер
            id antara
            pt agência_brasil lusa reprodução divulgação
            tr aa dha iha
            en canadian_press press_association pa_media aap cp wire_reports afp_photo nurphoto imago
            de sda apa epd kna
            ur اے_ایف_پی رائٹرز اے_پی
            he רויטרס איי_פי אי_פי
            ar إيه_بي_إيه أ_ش_أ ا_ش_ا الأنباء_الليبية ليبيا_برس لاماب أ_ف_ب_أ الصحافة_الفرنسية
            """),
        Table(
            [.photo],
            """
            ar تصوير عدسة بعدسة صورة صور الصورة الصور أرشيفية ارشيفية أرشيف الأرشيف صورة_أرشيفية كاريكاتير
            ar لقطة صدر_الصورة مصدر_الصورة التعليق_على_الصورة شرح_الصورة تعليق_الصورة إنفوغراف إنفوجراف تعبيرية توضيحية
            en photo photos image images picture credit photograph photographer courtesy caption file_photo
            en illustration handout infographic
            fr photo crédit légende photos image archives
            de foto fotos bild bilder symbolbild symbolfoto archivbild
            es foto fotos imagen imágenes fotografía archivo
            it foto
            pt foto imagem
            fa عکس تصویر عکاس
            ur تصویر فوٹو
            tr fotoğraf
            he צילום
            ar فيديو بالفيديو بالصور انفوغراف صورة_من صورة_تعبيرية مصور المصور
            ru фото фотография иллюстрация снимок
            tr fotoğraflar görsel
            he צילומים תמונה איור
            id ilustrasi dok
            pt crédito imagens divulgação
            it fotografia immagine
            es créditos
            de symbolfotos bildquelle bildnachweis fotoquelle
            fr photographie photographies d_illustration
            fa عکسها تصاویر
            ur تصویر_کا_ذریعہ
            en picture_credit photo_credit image_credit video_caption image_caption image_source getty_images
            ar لقطة_شاشة ألبوم معرض_صور معرض_الصور خريطة_تفاعلية ألبوم_صور
            ar متداولة متداول
            ar مصدر_الصور
            fa آرشیو آرشیوی
            ur فائل_فوٹو فائل
            """),
        Table(
            [.content, .photo],
            """
            ar فيديو بالفيديو بالصور فيديوهات
            en video videos
            fr vidéo vidéos
            es vídeo vídeos
            pt vídeo vídeos
            ru видео
            tr video
            fa ویدئو ویدیو
            ar بالصوت_والصورة
            en in_pictures in_photos
            """),
        Table(
            [.outlet],
            """
            ar نيوز نت برس نت_ أونلاين اونلاين صحيفة جريدة موقع وكالة شبكة إذاعة تلفزيون تي_في راديو
            ar الإخبارية الاخبارية الإخباري الإلكترونية مجلة بوابة ميديا الدولية_للأنباء للأنباء للانباء
            ar الجزيرة العربية البيان الخليج الاتحاد الحياة الحرة الحدث الميادين المنار الرياض عكاظ الوئام
            ar الأهرام اليوم_السابع المصري_اليوم الشروق الوطن الدستور الرأي الغد النهار الأخبار السفير
            ar المستقبل الأنباء القبس الراي الشرق_الأوسط القدس_العربي العربي_الجديد العربي الشرق الأيام
            ar الصباح الصباح_الجديد الخبر هسبريس دويتشه_فيله دي_دبليو سكاي_نيوز سكاي_نيوز_عربية سي_إن_إن
            ar سي_ان_ان بي_بي_سي روسيا_اليوم يورونيوز مونت_كارلو فرانس_24 فرانس24 الإمارات_اليوم بوابة_الأهرام
            ar صدى_البلد القاهرة_الإخبارية السومرية المدن جريدة_المدن عربي21 نون_بوست نيويورك_تايمز
            ar واشنطن_بوست الغارديان لوموند لوفيغارو التايمز وول_ستريت_جورنال ديلي_ميل فاينانشال_تايمز رصد
            ar مصراوي فيتو التحرير
            en news press online tv radio daily times post herald tribune guardian journal gazette arabia
            en arabic net network media broadcasting lbci magazine
            fr presse journal
            de zeitung rundfunk spiegel
            es diario prensa
            fa خبرگزاری روزنامه خبرآنلاین
            ur نیوز
            tr gazetesi haber_ajansı
            """),
        Table(
            [.flag],
            """
            ar خاص عاجل حصري حصرياً انفراد خاصة حصرية
            en exclusive breaking special live update
            fr exclusif
            de eilmeldung exklusiv
            es exclusivo
            """),
    ]
}
