extension Vocabulary {
    /// What leads to other stories.
    static let related = [
        Table(
            [.reading, .verb],
            """
            ar اقرأ واقرأ اقرأوا اقرؤوا اقرئي اقرؤا طالع طالعوا شاهد شاهدوا شاهدي تصفح تصفحوا انظر استمع
            ar استمعوا اكتشف اكتشفوا استكشف راجع للقراءة لقراءة للمطالعة لمشاهدة للمشاهدة تعرف_على
            ar تعرفوا_على نقرأ
            en read see watch view listen explore discover browse continue_reading keep_reading
            fr lire voir regarder écouter découvrir découvrez lisez à_lire à_voir retrouvez
            de lesen lesen_sie sehen_sie
            es lea leer vea ver mira escuche te_puede_interesar
            it leggi guarda
            pt leia veja assista
            fa بخوانید ببینید بخوانیم بشنوید
            ur پڑھیں پڑھیے پڑھئے دیکھیں دیکھیے
            tr okuyun oku izle izleyin bakınız
            he קראו קרא צפו
            ar تعرف تعرفوا تعرفي اسمع اسمعوا شاهدن اقرأن طالعي راجعوا انظروا اطلع اطلعوا اطلعي تصفحي اكتشفي
            ar استمعي للاستماع للاطلاع للإطلاع لمطالعة لسماع للتعرف_على تعرفي_على
            en check_out see_more
            fr découvre lisez_aussi pour_aller_plus_loin revoir réécouter écoutez regardez consultez
            de lesen_sie_hier hören_sie schauen_sie lies auch_interessant sehen
            es mire descubre descubra conozca conoce le_puede_interesar te_interesa le_interesa consulta
            es puedes_leer
            it leggete scopri ascolta potrebbe_interessarti
            pt saiba confira entenda ouça conheça
            ur سنیں جانیے ملاحظہ_کریں
            tr okuyunuz izleyiniz tıkla bakın göz_atın keşfet
            he לקריאה לצפייה האזינו קריאה לכתבה ראו
            ru читайте читать смотрите смотреть слушайте узнайте подробнее по_теме
            id baca simak lihat tonton dengarkan
            en learn_more find_out_more
            fr a_lire a_voir à_lire_également
            ar للتعمق للتوسع استعرض استعرضوا
            ar متابعة_القراءة
            fa بدانید
            ar للاستزادة للاستفاضة للتفصيل
            fr relire à_relire a_relire
            """),
        Table(
            [.reading],
            """
            ar قراءة القراءة مطالعة الاطلاع تقرأ تقرأوا تشاهد تطالع يقرأه
            """),
        Table(
            [.also],
            """
            ar أيضا أيضاً أيضًا ايضا كذلك كمان
            en also too next
            fr aussi également encore
            de auch
            es también tambien además
            it anche
            pt também
            fa همچنین نیز
            ur بھی
            tr ayrıca da
            he גם עוד
            id juga
            ru также ещё еще
            tr bunu_da bunlar_da
            it inoltre
            """),
        Table(
            [.more],
            """
            ar المزيد مزيد للمزيد بقية تفاصيل_أكثر تكملة
            en more further
            fr plus davantage
            de mehr weiterlesen
            es más mas
            it altro
            pt mais
            fa بیشتر
            ur مزید
            tr daha_fazla devamı
            he עוד
            ar لمزيد بالتفاصيل التفاصيل_الكاملة مزيدا
            it più ulteriori
            fa ادامه
            he המשך
            ru больше
            id selengkapnya lebih_lanjut
            """),
        Table(
            [.more, .content],
            """
            ar التفاصيل تفاصيل
            """),
        Table(
            [.related],
            """
            ar ذات_صلة ذات_الصلة ذو_صلة ذي_صلة ذات_علاقة متعلقة المتعلقة مرتبطة المرتبطة مرتبط متصلة مشابهة
            ar المشابهة مماثلة مشابه متعلق متصل مماثل مشابهه متعلقات متشابهة وثيقة_الصلة لها_علاقة قريبة
            en related similar
            fr connexes liés associés similaires sur_le_même_sujet dans_la_même_rubrique même_thème
            de verwandte ähnliche zum_thema passend_dazu
            es relacionados relacionadas relacionado relacionada similares
            it correlati correlate
            pt relacionados relacionadas
            fa مرتبط مرتبطه مشابه
            ur متعلقہ
            tr ilgili benzer ilginizi_çekebilir
            he קשורות קשורים נוספות
            ru похожие связанные по_теме
            id terkait serupa
            he בנושא קשור דומות נוספת נוסף
            ur ملتی_جلتی
            fa مرتبط_با
            en associated
            de verwandt ähnlich passend
            ar صلة علاقة على_صلة ذو_علاقة سابق سابقة
            ar في_نفس_السياق في_السياق_نفسه في_السياق_ذاته في_سياق_متصل في_الموضوع_نفسه في_الموضوع_ذاته
            ar في_الموضوع
            ar في_ذات_السياق في_ذات_الموضوع في_السياق
            en from_the_archives from_the_archive from_our_archives from_our_archive go_deeper dig_deeper read_next
            fr pour_en_savoir_plus notre_dossier
            fa در_همین_زمینه در_این_زمینه در_این_باره در_همین_باره
            ur اسی_بارے_میں مزید_تفصیلات
            """),
        Table(
            [.content],
            """
            ar خبر الخبر أخبار الأخبار مقال مقالة مقالات موضوع مواضيع موضوعات تقرير تقارير قصة قصص مواد مادة
            ar فيديو فيديوهات محتوى عناوين تغطية تغطيات أنباء تحليلات متابعات_أخرى ملف ملفات منشورات تدوينات
            ar حلقات مقاطع روابط ألبومات
            en article articles story stories news post posts topic topics video videos content coverage
            en headlines reading links reports items
            fr article articles actualités actualité sujet sujets infos contenus rubrique
            de artikel themen thema nachrichten beiträge meldungen meldung
            es artículo artículos noticias noticia notas nota temas tema contenidos
            it articoli articolo notizie
            pt notícias artigos matérias
            fa مطالب مطلب اخبار خبرها مقالات گزارش گزارشها
            ur خبریں مضامین خبر مواد
            tr haber haberler haberleri yazılar içerikler
            he כתבות כתבה ידיעות חדשות
            ar المنشور منشور تغريدة الفيديو الفيديوهات المقال المقالة القصة القصة_الكاملة التغطية البث الحلقة
            ar بودكاست الصوتي المقطع
            de beitrag artikeln inhalte inhalt
            it contenuti approfondimenti
            pt artigo matéria notícia conteúdo reportagem
            tr haberi yazı içerik haberin galeri
            he עוד_בנושא ידיעה תוכן סרטון וידאו
            ru новости новость статьи статья материалы материал материале видео публикации сюжет
            id berita konten topik
            ur ویڈیو رپورٹس کہانیاں خبروں
            ar خلفية انفوجرافيك إنفوجرافيك إنفوجراف انفوغرافيك إنفوغرافيك جولة_الصحافة الاقتباس كاريكاتير
            ar تحديثات مستجدات
            ar مقابلة مقابلات حوارات
            ar معلومات المعلومات تحليلنا تحليل نص_المقابلة نص_البيان
            ar سلسلة السلسلة سلاسل لقطات اللقطات
            ur آڈیو
            """),
        Table(
            [.most],
            """
            ar الأكثر أكثر الأعلى الأوسع
            en most top
            fr les_plus le_plus
            de meist am_häufigsten meistgelesen meistgesehen
            es lo_más las_más los_más más
            it più
            fa پربازدیدترین پربیننده‌ترین پربحث‌ترین پرمخاطب‌ترین داغ‌ترین
            ur سب_سے_زیادہ مقبول
            tr en_çok
            he הנקראות
            pt mais
            it più_letti più_lette
            ru самое самые наиболее
            id paling ter
            he הכי
            """),
        Table(
            [.measure],
            """
            ar قراءة مشاهدة مشاهدات تصفحا تصفحاً تداولا تداولاً تفاعلا تفاعلاً شيوعا شيوعاً زيارة تعليقا
            ar تعليقاً انتشارا انتشاراً طلبا بحثا رواجا رواجاً اهتماما إعجابا شعبية استماعا مشاركة نقاشا
            ar جدلا قراءات
            en read viewed popular commented shared watched visited discussed emailed
            fr lus vus commentés partagés populaires
            de gelesen gelesene geklickt kommentiert
            es leído leídas leídos visto vistas vistos popular comentado
            it letti
            pt lidas vistas lidos
            fa پربازدید
            ur پڑھی دیکھی مقبول
            tr okunan okunanlar izlenen
            pt lido populares
            fr lu vu lues vues
            it lette visti popolari
            ru читаемое читаемые популярное популярные обсуждаемое просматриваемое
            id populer dibaca terpopuler
            he נקראות נצפות ביותר
            """),
        Table(
            [.latest],
            """
            ar آخر أخر أحدث الجديد جديد
            en latest recent newest new just_in
            fr derniers dernières récents récentes
            de neueste aktuelle neuesten
            es últimas últimos recientes
            it ultime ultimi
            pt últimas últimos
            fa آخرین تازه‌ترین جدیدترین تازه‌های
            ur تازہ تازہ_ترین
            tr son
            ru последние свежие новые
            id terbaru terkini
            he אחרונות אחרונים
            tr son_dakika
            """),
        Table(
            [.recommendation],
            """
            ar قد_يهمك قد_يهمكم قد_تهمك قد_يعجبك قد_تعجبك قد_يعجبكم ربما_يعجبك ربما_يهمك يهمك تهمك يعجبك
            ar اخترنا_لك اخترنا_لكم اخترنا مختارات مختارة مقترحة مقترحات المقترح نقترح_عليك نقترح_لك نرشح_لك
            ar نرشح_لكم ننصحك ننصحكم ننصح موصى_بها نوصي لا_يفوتك لا_يفوتكم لا_تفوت لا_تفوتك لا_تفوتكم
            ar قد_ترغب قد_تود إليك إليكم_أيضا يرشح لك_أيضا خصيصا_لك من_اختياراتنا اختياراتنا
            ar قراؤنا_يتصفحون
            en recommended you_may you_might we_recommend editors_picks editors_choice suggested
            en picked_for_you for_you don_t_miss dont_miss promoted sponsored picks like interested
            fr recommandés recommandé à_ne_pas_manquer vous_aimerez
            de empfehlung empfehlungen empfohlen das_könnte das_könnte_sie
            es recomendados recomendado recomendamos no_te_pierdas
            it potrebbe_interessarti
            pt recomendados você_pode
            fa پیشنهادی پیشنهاد_ما پیشنهاد_سردبیر از_سراسر_وب وبگردی
            ur تجویز
            tr önerilen
            he מומלץ אולי_יעניין_אותך
            ar هل_قرأت هل_شاهدت هل_تعلم_أيضا لعلك_تهتم قد_تهتم ننصحكم_بقراءة ننصحكم_بمشاهدة إليك_أيضا ترشيحات
            ar توصيات ترشيحاتنا اقتراحات قد_يثير_اهتمامك يهمك_أيضا قد_تفيدك قد_يفيدك لا_تفوتي لا_تفوتوا
            en more_to_explore handpicked must_read must_reads must_watch more_for_you in_case_you_missed_it
            en icymi what_to_read
            fr notre_sélection nos_recommandations vous_pourriez sur_le_même_thème
            de unsere_empfehlung leseempfehlung lesetipp lesetipps auch_interessant
            es te_recomendamos le_recomendamos no_se_pierda
            it da_non_perdere consigliati
            pt recomendadas não_perca sugestões você_também_pode_gostar
            fa توصیه_ما از_دست_ندهید
            tr önerilenler önerdiklerimiz kaçırmayın
            he מומלצים אולי_יעניין אולי_תאהבו כדאי_לקרוא אסור_לפספס
            ru рекомендуем рекомендуемые вам_может_быть_интересно советуем_прочитать
            id rekomendasi pilihan_editor jangan_lewatkan
            ar تود_أن ربما_تود ربما_فاتك ربما_فاتتك إذا_فاتك فاتك فاتتك
            ar مقترح نقترح_عليكم نقترح_لكم أنصحك أنصحكم نوصيك نوصيكم ننصحكن
            ar سبق_أن_نشرنا نشرنا_سابقا
            ar نشرنا هل_فاتك هل_فاتكم قد_تعجبكم
            en in_case_you_missed
            """),
        Table(
            [.other],
            """
            ar أخرى اخرى إضافية
            en other others
            fr autres autre
            de weitere andere
            es otras otros
            fa دیگر سایر
            ur دیگر
            tr diğer
            it altri altre
            pt outras outros
            he אחרות
            ru другие
            id lainnya
            """),
        Table(
            [.trending],
            """
            ar رائج الرائج رائجة ترند التريند تريند يتصدر متصدرة شائع الشائع حديث_الساعة مشاهدات_عالية
            ar أهم_الأخبار
            en trending trend popular hot
            fr tendances
            de trends
            es tendencias tendencia
            tr öne_çıkanlar gündem
            id sedang_tren
            ru в_тренде тренды
            pt em_alta destaques
            es destacados
            ar الأكثر_بحثا هاشتاغ_اليوم حديث_الناس
            id terpopuler terlaris
            """),
        Table(
            [.writer],
            """
            ar للكاتب الكاتب كاتب للكاتبة الكاتبة المؤلف للمؤلف المحرر المحررين
            en author writer columnist
            fr auteur
            de autor
            es autora
            ru автора
            """),
        Table(
            [.this],
            """
            ar هذا هذه ذلك نفس نفسه
            en this same these
            fr ce cet cette ces même
            de dieser diesem dieses diese
            es este esta esto
            fa این
            ur اس یہ
            tr bu
            ru этой этом этот
            id ini
            ar ذاته ذاتها نفسها ذات
            """),
        Table(
            [.now],
            """
            ar الآن الان حاليا اليوم
            en now today
            fr maintenant
            de jetzt
            es ahora hoy
            ru сейчас сегодня
            ar المباشرة مباشرة المباشر حية لحظة_بلحظة مستمرة الحية أولا_بأول
            ar مباشر
            ar البث_الحي بث_حي على_الهواء
            """),
    ]
}
