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
            """),
        Table(
            [.more],
            """
            ar المزيد مزيد للمزيد التفاصيل تفاصيل بقية تفاصيل_أكثر
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
            """),
        Table(
            [.writer],
            """
            ar للكاتب الكاتب كاتب للكاتبة الكاتبة المؤلف للمؤلف المحرر المحررين
            en author writer columnist
            fr auteur
            de autor
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
            """),
        Table(
            [.now],
            """
            ar الآن الان حاليا اليوم
            en now today
            fr maintenant
            de jetzt
            es ahora hoy
            """),
    ]
}
