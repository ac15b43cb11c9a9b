extension Vocabulary {
    /// What dates and times are made of.
    static let calendar = [
        Table(
            [.month],
            """
            ar يناير فبراير مارس أبريل إبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
            le كانون_الثاني كانون_الأول كانون شباط آذار نيسان أيار مايس حزيران تموز آب أيلول تشرين
            le تشرين_الأول تشرين_الثاني
            mg جانفي فيفري أفريل ماي جوان جويلية أوت يوليوز غشت شتنبر نونبر دجنبر
            hi محرم صفر ربيع_الأول ربيع_الآخر ربيع_الثاني جمادى_الأولى جمادى_الآخرة جمادى_الثانية رجب شعبان
            hi رمضان شوال ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة
            fa فروردین اردیبهشت ارديبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند ژانویه فوریه مارس
            fa آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
            ur جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
            en january february march april may june july august september october november december jan feb
            en mar apr jun jul aug sep sept oct nov dec
            fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre
            de januar februar märz april mai juni juli oktober dezember
            es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            tr ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
            ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
            id januari februari maret agustus desember mei
            he בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר ינואר פברואר
            he מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
            pt janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
            it gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
            """),
        Table(
            [.weekday],
            """
            ar السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة
            fa شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه
            ur پیر منگل بدھ جمعرات ہفتہ اتوار
            en monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
            fr lundi mardi mercredi jeudi vendredi samedi dimanche
            de montag dienstag mittwoch donnerstag freitag samstag sonntag
            es lunes martes miércoles jueves viernes sábado domingo
            tr pazartesi salı çarşamba perşembe cuma cumartesi pazar
            id senin selasa rabu kamis jumat sabtu minggu
            ru понедельник вторник среда четверг пятница суббота воскресенье
            pt segunda_feira terça_feira quarta_feira quinta_feira sexta_feira
            """),
        Table(
            [.clock],
            """
            ar ص م ه هـ صباحا صباحاً صباحًا مساء مساءً مساءا ظهرا ظهراً فجرا عصرا الموافق بتوقيت توقيت
            ar غرينتش جرينتش غرينيتش الساعة ميلادي هجري ت مكة_المكرمة بالتوقيت المحلي المحلى القدس_المحتلة
            ar هجرية ميلادية دقيقة_مضت منذ قبل ساعة ساعات يوم أيام أسبوع أسبوعين ساعتين يومين شهر أشهر أمس
            en gmt utc am pm ksa gst et est edt cet cest bst ist th st nd rd ago hours hour days day at h
            en a_m p_m noon midnight
            fr h à heures
            de uhr um
            es a_las hrs
            fa ساعت
            ur بجے
            tr saat
            id wib wita
            pt às
            ru мск назад
            """),
        Table(
            [.dateLabel],
            """
            ar تاريخ_النشر التاريخ تاريخ نشر نشرت نشر_في نشر_بتاريخ تم_النشر النشر آخر_تحديث اخر_تحديث
            ar تم_التحديث التحديث تحديث تحديثه آخر_تعديل تم_التعديل حرر حرر_في أضيف أضيف_في أضيفت بتاريخ
            ar كتب_في يوم وقت_النشر تم_نشره تاريخ_الإضافة تاريخ_التحديث نشرت_في
            en published updated last_updated last_modified posted date publish first_published modified
            en created on posted_on published_on updated_on time_published
            fr publié mis_à_jour mise_à_jour modifié le date
            de veröffentlicht aktualisiert stand erstellt am datum
            es publicado actualizado actualizada fecha publicada
            it pubblicato aggiornato
            pt publicado atualizado em
            fa تاریخ_انتشار تاریخ انتشار بروزرسانی به‌روزرسانی زمان_انتشار
            ur شائع تاریخ_اشاعت اپ_ڈیٹ
            tr güncelleme yayınlanma tarihi yayın
            ru обновлено опубликовано дата
            id diperbarui diterbitkan dipublikasikan
            he פורסם עודכן עודכן_לאחרונה עדכון_אחרון
            """),
        Table(
            [.minute],
            """
            ar دقيقة دقائق ثانية ثوان ثواني دقيقه
            en min mins minute minutes sec seconds second
            fr minute minutes mn
            de minute minuten
            es minuto minutos
            fa دقیقه
            ur منٹ
            tr dakika dk
            ru минут минуты мин
            id menit
            he דקות דקה
            it minuti
            """),
    ]
}
