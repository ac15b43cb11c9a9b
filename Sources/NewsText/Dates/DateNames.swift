/// The names of months and weekdays, by language, as they are printed. They are compared folded, so case, accents and
/// the seats of hamza do not matter. Abbreviations are those in use on news pages.
///
/// Source: Unicode CLDR for the languages of Europe and Asia; for Arabic the names of the three systems in use (common,
/// Levant and Iraq, Maghreb) and their spellings seen in the press.
enum DateNames {
    /// Twelve months a line, separated by commas, spellings by `|`.
    static let gregorianMonths = """
        يناير|ينائر|ينایر, فبراير|فبرایر|فيبراير, مارس|مارش, أبريل|إبريل|ابرايل, مايو|مأيو, يونيو|يونيه|يونية,
            يوليو|يوليه|يولية, أغسطس|اغسطوس|أوغسطس, سبتمبر|سيبتمبر, أكتوبر|اوكتوبر, نوفمبر|نوفنبر, ديسمبر|ديسنبر
        كانون الثاني|كانون ثاني|كانون2|ك2, شباط|شبّاط, آذار|أذار, نيسان, أيار|آيار|مايس, حزيران, تموز, آب,
            أيلول|آيلول, تشرين الأول|تشرين أول|تشرين1|ت1, تشرين الثاني|تشرين ثاني|تشرين2|ت2,
            كانون الأول|كانون أول|كانون1|ك1
        کانوونی دووەم, شوبات, ئازار, نیسان, ئایار, حوزەیران, تەممووز|تەمموز, ئاب, ئەیلوول|ئەیلول, تشرینی یەکەم,
            تشرینی دووەم, کانوونی یەکەم
        جنوري, فبروري, مارچ, اپریل, می, جون, جولای, اګست|اگست, سپتمبر, اکتوبر, نومبر, دسمبر
        جانفي|جانفيي, فيفري, مارس, أفريل, ماي, جوان, جويلية|جويليا, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر
        يناير, فبراير, مارس, أبريل, ماي|مايو, يونيو, يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر
        January|Jan, February|Feb|Febr, March|Mar, April|Apr, May, June|Jun, July|Jul, August|Aug, September|Sept|Sep,
            October|Oct, November|Nov, December|Dec
        janvier|janv|jan, février|févr|fév, mars|mar, avril|avr, mai, juin, juillet|juil, août|aou,
            septembre|sept|sep, octobre|oct, novembre|nov, décembre|déc
        Januar|Jan|Jänner, Februar|Feb|Feber, März|Mär|Mrz, April|Apr, Mai, Juni|Jun, Juli|Jul, August|Aug,
            September|Sep|Sept, Oktober|Okt, November|Nov, Dezember|Dez
        enero|ene, febrero|feb, marzo|mar, abril|abr, mayo|may, junio|jun, julio|jul, agosto|ago,
            septiembre|setiembre|sept|sep|set, octubre|oct, noviembre|nov, diciembre|dic
        janeiro|jan, fevereiro|fev, março|mar, abril|abr, maio|mai, junho|jun, julho|jul, agosto|ago, setembro|set,
            outubro|out, novembro|nov, dezembro|dez
        gennaio|gen, febbraio|feb, marzo|mar, aprile|apr, maggio|mag, giugno|giu, luglio|lug, agosto|ago,
            settembre|sett|set, ottobre|ott, novembre|nov, dicembre|dic
        Ocak|Oca, Şubat|Şub, Mart|Mar, Nisan|Nis, Mayıs|May, Haziran|Haz, Temmuz|Tem, Ağustos|Ağu, Eylül|Eyl,
            Ekim|Eki, Kasım|Kas, Aralık|Ara
        ژانویه|ژانویهٔ, فوریه, مارس, آوریل|آپریل, مه|می, ژوئن, ژوئیه|جولای, اوت|آگوست, سپتامبر, اکتبر, نوامبر, دسامبر
        جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر
        января|январь|янв, февраля|февраль|фев|февр, марта|март|мар, апреля|апрель|апр, мая|май, июня|июнь|июн,
            июля|июль|июл, августа|август|авг, сентября|сентябрь|сен|сент, октября|октябрь|окт,
            ноября|ноябрь|ноя|нояб, декабря|декабрь|дек
        січня|січ, лютого|лют, березня|бер, квітня|квіт, травня|трав, червня|черв, липня|лип, серпня|серп,
            вересня|вер, жовтня|жовт, листопада|лист, грудня|груд
        януари, февруари, март, април, май, юни, юли, август, септември, октомври, ноември, декември
        januari|jan, februari|feb, maart|mrt, april|apr, mei, juni|jun, juli|jul, augustus|aug, september|sep|sept,
            oktober|okt, november|nov, december|dec
        stycznia|styczeń|sty, lutego|luty|lut, marca|marzec|mar, kwietnia|kwiecień|kwi, maja|maj,
            czerwca|czerwiec|cze, lipca|lipiec|lip, sierpnia|sierpień|sie, września|wrzesień|wrz,
            października|październik|paź, listopada|listopad|lis, grudnia|grudzień|gru
        Ιανουαρίου|Ιανουάριος|Ιαν, Φεβρουαρίου|Φεβρουάριος|Φεβ, Μαρτίου|Μάρτιος|Μαρ|Μάρ, Απριλίου|Απρίλιος|Απρ,
            Μαΐου|Μάιος|Μαϊ|Μαΐ, Ιουνίου|Ιούνιος|Ιουν|Ιούν, Ιουλίου|Ιούλιος|Ιουλ|Ιούλ, Αυγούστου|Αύγουστος|Αυγ|Αύγ,
            Σεπτεμβρίου|Σεπτέμβριος|Σεπ|Σεπτ, Οκτωβρίου|Οκτώβριος|Οκτ, Νοεμβρίου|Νοέμβριος|Νοε|Νοέμ,
            Δεκεμβρίου|Δεκέμβριος|Δεκ
        január|januárja|jan, február|febr, március|márc, április|ápr, május|máj, június|jún, július|júl,
            augusztus|aug, szeptember|szept, október|okt, november|nov, december|dec
        ledna|leden|led, února|únor|úno, března|březen|bře, dubna|duben|dub, května|květen|kvě, června|červen|čer,
            července|červenec|čvc, srpna|srpen|srp, září|zář, října|říjen|říj, listopadu|listopad,
            prosince|prosinec|pro
        januára, februára, marca, apríla, mája, júna, júla, augusta, septembra, októbra, novembra, decembra
        ianuarie|ian, februarie|feb, martie|mar, aprilie|apr, mai, iunie|iun, iulie|iul, august|aug, septembrie|sept,
            octombrie|oct, noiembrie|noi, decembrie|dec
        januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december
        januar, februar, marts|mars, april, maj|mai, juni, juli, august, september, oktober, november,
            december|desember|des
        tammikuuta|tammikuu|tammi, helmikuuta|helmikuu|helmi, maaliskuuta|maaliskuu|maalis, huhtikuuta|huhtikuu|huhti,
            toukokuuta|toukokuu|touko, kesäkuuta|kesäkuu|kesä, heinäkuuta|heinäkuu|heinä, elokuuta|elokuu|elo,
            syyskuuta|syyskuu|syys, lokakuuta|lokakuu|loka, marraskuuta|marraskuu|marras, joulukuuta|joulukuu|joulu
        siječnja|siječanj, veljače|veljača, ožujka|ožujak, travnja|travanj, svibnja|svibanj, lipnja|lipanj,
            srpnja|srpanj, kolovoza|kolovoz, rujna|rujan, oktobar, studenoga|studenog|studeni, prosinca|prosinac
        januara|januar, februara|februar, marta|mart, aprila|april, maja|maj, juna|jun|juni, jula|jul|juli,
            avgusta|avgust, septembra|septembar, oktobra|oktobar, novembra|novembar, decembra|decembar
        јануара|јануар, фебруара|фебруар, марта|март, априла|април, маја|мај, јуна|јун|јуни, јула|јул|јули,
            августа|август, септембра|септембар, октобра|октобар, новембра|новембар, децембра|децембар
        јануари, февруари, март, април, мај, јуни, јули, август, септември, октомври, ноември, декември
        студзеня, лютага, сакавіка, красавіка, мая, чэрвеня, ліпеня, жніўня, верасня, кастрычніка, лістапада, снежня
        yanvar, fevral, mart, aprel, may, iyun, iyul, avqust|avgust, sentyabr|sentabr, oktyabr|oktabr, noyabr, dekabr
        қаңтар, ақпан, наурыз, сәуір, мамыр, маусым, шілде, тамыз, қыркүйек, қазан, қараша, желтоқсан
        janar, shkurt, mars, prill, maj, qershor, korrik, gusht, shtator, tetor, nëntor, dhjetor
        jaanuar, veebruar, märts, aprill, mai, juuni, juuli, august, september, oktoober, november, detsember
        janvāris|janvārī, februāris|februārī, marts|martā, aprīlis|aprīlī, maijs|maijā, jūnijs|jūnijā, jūlijs|jūlijā,
            augusts|augustā, septembris|septembrī, oktobris|oktobrī, novembris|novembrī, decembris|decembrī
        sausio|sausis, vasario|vasaris, kovo|kovas, balandžio|balandis, gegužės|gegužė, birželio|birželis,
            liepos|liepa, rugpjūčio|rugpjūtis, rugsėjo|rugsėjis, spalio|spalis, lapkričio|lapkritis, gruodžio|gruodis
        janúar, febrúar, mars, apríl, maí, júní, júlí, ágúst, september, október, nóvember, desember
        იანვარი|იანვარს|იანვრის, თებერვალი|თებერვლის, მარტი|მარტის, აპრილი|აპრილის, მაისი|მაისის, ივნისი|ივნისის,
            ივლისი|ივლისის, აგვისტო|აგვისტოს, სექტემბერი|სექტემბრის, ოქტომბერი|ოქტომბრის, ნოემბერი|ნოემბრის,
            დეკემბერი|დეკემბრის
        հունվարի|հունվար, փետրվարի|փետրվար, մարտի|մարտ, ապրիլի|ապրիլ, մայիսի|մայիս, հունիսի|հունիս, հուլիսի|հուլիս,
            օգոստոսի|օգոստոս, սեպտեմբերի|սեպտեմբեր, հոկտեմբերի|հոկտեմբեր, նոյեմբերի|նոյեմբեր, դեկտեմբերի|դեկտեմբեր
        Januari, Februari, Machi, Aprili, Mei, Juni, Julai, Agosti, Septemba, Oktoba, Novemba, Desemba
        Enero, Pebrero, Marso, Abril, Mayo, Hunyo, Hulyo, Agosto, Setyembre, Oktubre, Nobyembre, Disyembre
        xaneiro, febreiro, marzo, abril, maio, xuño, xullo, agosto, setembro, outubro, novembro, decembro
        জানুয়ারি|জানুয়ারী, ফেব্রুয়ারি|ফেব্রুয়ারী, মার্চ, এপ্রিল, মে, জুন, জুলাই, আগস্ট|অগাস্ট, সেপ্টেম্বর, অক্টোবর, নভেম্বর, ডিসেম্বর
        ஜனவரி, பிப்ரவரி, மார்ச், ஏப்ரல், மே, ஜூன், ஜூலை, ஆகஸ்ட், செப்டம்பர், அக்டோபர், நவம்பர், டிசம்பர்
        Januari|Jan, Februari|Feb, Maret|Mar, April|Apr, Mei, Juni|Jun, Juli|Jul, Agustus|Agu|Agt, September|Sep,
            Oktober|Okt, November|Nov, Desember|Des
        Januari, Februari, Mac, April, Mei, Jun, Julai, Ogos, September, Oktober, November, Disember
        gener, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre
        בינואר|ינואר, בפברואר|פברואר, במרץ|מרץ|במרס|מרס, באפריל|אפריל, במאי|מאי, ביוני|יוני, ביולי|יולי,
            באוגוסט|אוגוסט, בספטמבר|ספטמבר, באוקטובר|אוקטובר, בנובמבר|נובמבר, בדצמבר|דצמבר
        जनवरी, फ़रवरी|फरवरी, मार्च, अप्रैल, मई, जून, जुलाई, अगस्त, सितंबर|सितम्बर, अक्टूबर|अक्तूबर, नवंबर|नवम्बर,
            दिसंबर|दिसम्बर
        tháng 1|tháng Một, tháng 2|tháng Hai, tháng 3|tháng Ba, tháng 4|tháng Tư, tháng 5|tháng Năm,
            tháng 6|tháng Sáu, tháng 7|tháng Bảy, tháng 8|tháng Tám, tháng 9|tháng Chín, tháng 10|tháng Mười,
            tháng 11|tháng Mười Một, tháng 12|tháng Mười Hai
        มกราคม|ม.ค., กุมภาพันธ์|ก.พ., มีนาคม|มี.ค., เมษายน|เม.ย., พฤษภาคม|พ.ค., มิถุนายน|มิ.ย., กรกฎาคม|ก.ค.,
            สิงหาคม|ส.ค., กันยายน|ก.ย., ตุลาคม|ต.ค., พฤศจิกายน|พ.ย., ธันวาคม|ธ.ค.
        """

    /// As above, where a full stop follows the day, as South Slavs and Germans write it: `11. listopada` is October in
    /// Croatia, `11 listopada` November in Poland.
    static let dottedMonths = ", , , , , , , , , listopada|listopad, ,"

    /// As above, of the Hijri year.
    static let hijriMonths = """
        محرم|المحرم|محرم الحرام, صفر|صفر الخير, ربيع الأول|ربيع أول,
            ربيع الآخر|ربيع الثاني|ربيع آخر|ربيع ثاني|ربيع ثان,
            جمادى الأولى|جمادى الأول|جماد الأول|جماد أول,
            جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني|جماد الآخر|جماد الثاني|جماد ثاني,
            رجب|رجب المرجب, شعبان|شعبان المعظم, رمضان|رمضان المبارك|رمضان الكريم, شوال|شوّال المكرم,
            ذو القعدة|ذي القعدة|ذوالقعدة|ذيالقعدة|ذى القعدة, ذو الحجة|ذي الحجة|ذوالحجة|ذيالحجة|ذى الحجة
        محرم الحرام, صفر المظفر, ربیع الاول|ربیع‌الاول, ربیع الثانی|ربیع‌الثانی, جمادی الاول|جمادی‌الاول,
            جمادی الثانی|جمادی‌الثانی, رجب المرجب, شعبان المعظم, رمضان المبارک, شوال المکرم,
            ذیقعده|ذی‌القعده|ذوالقعده, ذیحجه|ذی‌الحجه|ذوالحجه
        Muharram, Safar, Rabi al-Awwal|Rabi I, Rabi al-Thani|Rabi II, Jumada I, Jumada II, Rajab, Shaban|Sha'ban,
            Ramadan, Shawwal, Dhu al-Qadah|Dhul Qadah, Dhu al-Hijjah|Dhul Hijjah
        """

    /// As above, of the Persian year; Iran's names, then Afghanistan's.
    static let persianMonths = """
        فروردین, اردیبهشت, خرداد, تیر, مرداد|امرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند
        حمل, ثور, جوزا, سرطان, اسد, سنبله, میزان, عقرب, قوس, جدی, دلو, حوت
        """

    /// Seven days a line, Sunday first.
    static let weekdays = """
        الأحد|أحد, الاثنين|الإثنين|الأثنين|اثنين|الاتنين, الثلاثاء|الثلاثا|ثلاثاء, الأربعاء|الأربعا|أربعاء,
            الخميس|خميس, الجمعة|جمعة, السبت|سبت
        Sunday|Sun, Monday|Mon, Tuesday|Tue|Tues, Wednesday|Wed|Weds, Thursday|Thu|Thur|Thurs, Friday|Fri, Saturday|Sat
        dimanche|dim, lundi|lun, mardi|mar, mercredi|mer, jeudi|jeu, vendredi|ven, samedi|sam
        Sonntag|So, Montag|Mo, Dienstag|Di, Mittwoch|Mi, Donnerstag|Do, Freitag|Fr, Samstag|Sa|Sonnabend
        domingo|dom, lunes|lun, martes|mar, miércoles|mié, jueves|jue, viernes|vie, sábado|sáb
        domingo, segunda|segunda-feira|seg, terça|terça-feira|ter, quarta|quarta-feira|qua, quinta|quinta-feira|qui,
            sexta|sexta-feira|sex, sábado|sab
        domenica|dom, lunedì|lun, martedì|mar, mercoledì|mer, giovedì|gio, venerdì|ven, sabato|sab
        Pazar|Paz, Pazartesi|Pzt, Salı|Sal, Çarşamba|Çar, Perşembe|Per, Cuma|Cum, Cumartesi|Cmt
        یکشنبه|یک‌شنبه, دوشنبه|دو شنبه, سه شنبه|سه‌شنبه, چهارشنبه|چهار شنبه, پنجشنبه|پنج شنبه|پنج‌شنبه, جمعه, شنبه
        اتوار, پیر|سوموار, منگل, بدھ, جمعرات, جمعہ, ہفتہ
        воскресенье|вс, понедельник|пн, вторник|вт, среда|ср, четверг|чт, пятница|пт, суббота|сб
        неділя, понеділок, вівторок, середа, четвер, п'ятниця|пʼятниця, субота
        zondag|zo, maandag|ma, dinsdag|di, woensdag|wo, donderdag|do, vrijdag|vr, zaterdag|za
        niedziela|niedz|nd, poniedziałek|pon|pn, wtorek|wt, środa|śr, czwartek|czw, piątek|pt, sobota|sob
        Κυριακή|Κυρ, Δευτέρα|Δευ, Τρίτη|Τρί|Τρι, Τετάρτη|Τετ, Πέμπτη|Πεμ|Πέμ, Παρασκευή|Παρ, Σάββατο|Σαβ|Σάβ
        vasárnap, hétfő, kedd, szerda, csütörtök, péntek, szombat
        neděle|ne, pondělí|po, úterý|út, středa|st, čtvrtek|čt, pátek|pá, sobota|so
        duminică, luni, marți, miercuri, joi, vineri, sâmbătă
        söndag, måndag, tisdag, onsdag, torsdag, fredag, lördag
        søndag, mandag, tirsdag, onsdag, torsdag, fredag, lørdag
        sunnuntai|sunnuntaina|su, maanantai|maanantaina, tiistai|tiistaina, keskiviikko|keskiviikkona,
            torstai|torstaina, perjantai|perjantaina, lauantai|lauantaina
        Minggu|Ahad|Min, Senin|Sen, Selasa|Sel, Rabu|Rab, Kamis|Kam, Jumat|Jum'at|Jum, Sabtu|Sab
        diumenge, dilluns, dimarts, dimecres, dijous, divendres, dissabte
        יום ראשון, יום שני, יום שלישי, יום רביעי, יום חמישי, יום שישי, שבת
        星期日|星期天|周日|週日|日曜日, 星期一|周一|週一|月曜日, 星期二|周二|週二|火曜日, 星期三|周三|週三|水曜日, 星期四|周四|週四|木曜日, 星期五|周五|週五|金曜日, 星期六|周六|週六|土曜日
        日, 月, 火, 水, 木, 金, 土
        일, 월, 화, 수, 목, 금, 토
        일요일, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일
        chủ nhật, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy
        """
}
