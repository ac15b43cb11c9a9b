/// The words that stand around dates, by what they do. A line is a role, then words separated by commas, several
/// languages together. They are compared folded.
enum DateWords {
    /// Before a publication time, and before the time of a change.
    static let labels = """
        published: نشر, نشرت, نشر في, نُشر في, نشر بتاريخ, تم النشر, تم النشر في, تم نشره, تاريخ النشر, وقت النشر,
            تاريخ نشر المقال, تاريخ الإضافة, تاريخ الاضافة, أضيف, أضيف في, أضيفت, تمت الإضافة, كتب, كتبت, كتبه,
            كتب في, كتب بتاريخ, حرر, حرر في, حرر بتاريخ, صدر, صدر في, تاريخ الخبر, تاريخ المقال, تاريخ الإنشاء, أدرج,
            أدرج في, بواسطة, بقلم, الناشر, تاريخ انتشار, زمان انتشار, انتشار, منتشر شده, منتشر شده در, تاریخ انتشار,
            شائع, شائع شدہ, اشاعت, تاریخ اشاعت
        published: published, published on, published at, publish date, publication date, date published, posted,
            posted on, posted at, post date, first published, originally published, written, created, created on,
            date created, issued, released, release date, uploaded, submitted, added
        published: publié, publié le, publiée le, posté le, paru le, date de publication, mis en ligne le, créé le,
            écrit le, veröffentlicht, veröffentlicht am, erschienen, erschienen am, erstellt, erstellt am, publicado,
            publicado en, publicado el, publicado em, publicada, creado, creado el, criado em, fecha de publicación,
            data de publicação, postado em, pubblicato, pubblicato il, pubblicata, data di pubblicazione, creato il
        published: yayınlanma, yayınlanma tarihi, yayınlandı, yayın tarihi, yayım tarihi, giriş, giriş tarihi,
            eklenme, eklenme tarihi, oluşturulma tarihi, oluşturulma, опубликовано, опубликована, дата публикации,
            опубліковано, gepubliceerd, gepubliceerd op, geplaatst, geplaatst op, opublikowano, data publikacji,
            dodano, utworzono, δημοσιεύθηκε, δημοσίευση, δημοσιεύτηκε, ημερομηνία δημοσίευσης, közzétéve, megjelent,
            megjelenés, publikálva, publikováno, vydáno, zveřejněno, publicat, publicat la, publicerad, publicerat,
            publisert, publiceret, offentliggjort, julkaistu, diterbitkan, dipublikasikan, tayang, terbit, פורסם,
            פורסם בתאריך, प्रकाशित, पब्लिश्ड
        published: 发布, 发表, 發布, 發表, 发布时间, 公開, 公開日, 掲載, 投稿, 投稿日, 配信, 入力, 입력, 게시, 등록, 작성, 발행, 승인
        updated: تحديث, آخر تحديث, أخر تحديث, اخر تحديث للصفحة, تم التحديث, تم التحديث في, تم تحديثه, تاريخ التحديث,
            تحديث في, حدث, حُدّث, حدّث في, حدثت, عدل, عدل في, تعديل, آخر تعديل, تم التعديل, تم التعديل في,
            تاريخ التعديل, التحديث, به روز رسانی, بروزرسانی, به‌روزرسانی, به‌روز شده, آخرین به روز رسانی,
            آخرین ویرایش, اپ ڈیٹ, آخری اپ ڈیٹ
        updated: updated, updated on, updated at, last updated, last update, last updated on, last modified, modified,
            modified on, update, edited, edited on, revised, date modified, corrected
        updated: mis à jour, mis à jour le, mise à jour, mise à jour le, mise à jour à, modifié, modifié le,
            dernière mise à jour, dernière modification, actualisé, actualisé le, aktualisiert, aktualisiert am,
            zuletzt aktualisiert, zuletzt aktualisiert am, geändert, letzte änderung, stand, actualizado,
            actualizado el, actualizada, última actualización, modificado, atualizado, atualizado em, atualizado às,
            última atualização, modificado em, aggiornato, aggiornato il, aggiornamento, ultimo aggiornamento,
            ultima modifica
        updated: güncelleme, güncelleme tarihi, son güncelleme, son güncelleme tarihi, güncellendi, güncellenme,
            обновлено, обновлена, изменено, последнее обновление, оновлено, bijgewerkt, bijgewerkt op, laatste update,
            gewijzigd, aktualizacja, ostatnia aktualizacja, zaktualizowano, zmodyfikowano, ενημερώθηκε,
            τελευταία ενημέρωση, ενημέρωση, frissítve, frissítés, utolsó frissítés, módosítva, aktualizováno,
            poslední aktualizace, upraveno, actualizat, actualizat la, uppdaterad, uppdaterat, senast uppdaterad,
            oppdatert, sist oppdatert, opdateret, sidst opdateret, päivitetty, muokattu, diperbarui,
            terakhir diperbarui, diupdate, עודכן, עדכון אחרון, अपडेटेड, अद्यतन
        updated: 更新, 更新时间, 最后更新, 最終更新, 更新日, 修正, 수정, 최종수정, 업데이트
        """

    /// What may stand inside or beside a date and says nothing of its own.
    static let fillers = """
        filler: في, فى, من, يوم, بتاريخ, تاريخ, التاريخ, تأريخ, الوقت, وقت, توقيت, بتوقيت, بالتوقيت, التوقيت, المحلي,
            محلي, الموافق, الموافق لـ, موافق, يوافق, الموافقة, لـ, ل, و, شهر, سنة, عام, لعام, للعام, الميلادي, ميلادي,
            ميلادية, هجري, هجرية, هجريا, صدر, اليوم, على, عند, در, مورخ, روز, تاریخ, مورخہ, بوقت, کو, بروز, بمطابق, سن
        filler: on, at, of, the, date, time, from, local, in, by the, hrs, day, le, la, les, à, a, au, du, de, des,
            et, heure, en, el, del, los, las, dia, às, as, ao, às, em, il, lo, alle, ore, di, dal, del, den, der, am,
            um, vom, im, den, op, om, te, dnia, dne, o, r, w, v, ve, kl, klo, og, i, la, ora, orele, godz, g, hod,
            tarih, tarihi, tarihinde, saat, yılı, в, во, года, год, г, гг, в, о, року, р, от, το, στις, στις, ώρα, τη,
            την, της, στο, pukul, jam, pada, tanggal, tgl, hari, waktu, lúc, ngày, năm, בתאריך, בשעה, ב, को, बजे, 公历,
            时间, 時間, 日期, 日付, 午, 于, 於, 일자, 시간
        filler: T
        clock: الساعة, الساعه, ساعة, على الساعة, في الساعة, في تمام الساعة, ساعت, um, kl, klo, saat, at, alle,
            alle ore, ore, ora, orele, godz, hod, om, à, a las, às, as, pukul, jam, στις, בשעה, в, о, lúc
        ordinal: st, nd, rd, th, er, ère, ere, ème, eme, e, º, ª, o, ος, η, го, ого, 'te
        hijri: هـ, هجري, هجرية, هجريا, AH, H, ق, هـ ق, ه ق, قمری
        gregorian: م, ميلادي, ميلادية, ميلاديا, AD, CE, میلادی, ء
        persian: شمسی, ه ش, هـ ش, ش, هجری شمسی, خورشیدی
        buddhist: พ ศ, พศ
        filler: بتوقيت القدس, بتوقيت القدس المحتلة, بتوقيت فلسطين, بتوقيت بيروت, بتوقيت لبنان, بتوقيت دمشق,
            بتوقيت سوريا,
            بتوقيت القاهرة, بتوقيت مصر, بتوقيت عمان, بتوقيت الأردن, بتوقيت باريس, بتوقيت لندن, بتوقيت واشنطن,
                بتوقيت نيويورك
        yearMark: 年, 년
        korean: 년
        monthMark: 月, 월
        dayMark: 日, 일, 号
        hourMark: سا, 时, 時, 點, 点, 시, h, hs, heures, heure, uhr, godz, u, ч, ώρα, بجے
        minuteMark: 分, 분, min, mn, мин
        secondMark: 秒, 초
        """

    /// Halves of the day. Night is before midnight or after it, noon after it unless it is eleven or twelve.
    static let halves = """
        morning: ص, صباح, صباحا, صباحًا, صباحاً, الصباح, فجرا, فجراً, الفجر, قبل الظهر, ضحى, am, a m, π μ, πμ, ÖÖ,
            ق ظ, صبح, بامداد, قبل از ظهر, पूर्वाह्न, 上午, 早上, 凌晨, 午前, 오전, du matin, da manhã, de la mañana,
            del mattino, di mattina, vormittags, morgens, утра, утром, ночи, rano, delelőtt, pagi, sáng, SA
        afternoon: م, مساء, مساءا, مساءً, مساءاً, المساء, عصرا, عصراً, العصر, بعد الظهر, بعد ظهر, pm, p m, μ μ, μμ,
            ÖS, ب ظ, عصر, بعد از ظهر, بعدازظهر, شام, अपराह्न, 下午, 晚上, 午後, 오후, du soir, de l'après-midi, da tarde,
            da noite, de la tarde, de la noche, del pomeriggio, di sera, della sera, nachmittags, abends, дня, вечера,
            wieczorem, délután, este, siang, sore, malam, chiều, CH
        noon: ظهرا, ظهراً, الظهر, ظهر, noon, midi, mittags, 中午, 正午
        night: ليلا, ليلاً, الليل, شب, nachts, midnight
        """

    /// Minutes east of Greenwich, then the names. Zones whose clocks are moved in summer are named only where the
    /// abbreviation says which it is.
    static let zones = """
        0: GMT, UTC, UT, Z, WET, UCT, غرينتش, جرينتش, جرينيتش, غرينيتش, غرينتيش, جرينتيش, گرینویچ, greenwich, zulu,
            بتوقيت غرينتش, بتوقيت جرينتش, توقيت غرينتش, توقيت جرينتش, Etc GMT, Etc UTC, universal, temps universel
        60: CET, BST, WEST, MEZ, WAT, تونس, الجزائر, المغرب, الرباط, بتوقيت تونس, بتوقيت الجزائر, بتوقيت المغرب
        120: CEST, EET, MESZ, SAST, CAT, طرابلس, بتوقيت ليبيا, الخرطوم, بتوقيت السودان
        180: ت م, MSK, EEST, KSA, EAT, TRT, AST Riyadh, Asia Riyadh, مكة, مكة المكرمة, مكه المكرمه, السعودية, الرياض,
            بغداد, الكويت, الدوحة, قطر, اليمن, عدن, صنعاء, المنامة, البحرين, العراق, الأردن, عمّان, بتوقيت مكة,
            بتوقيت مكة المكرمة, بتوقيت السعودية, بتوقيت الرياض, بتوقيت بغداد, بتوقيت الكويت, بتوقيت الدوحة,
            بتوقيت موسكو, موسكو, IDT, İstanbul, Europe Istanbul, Europe Moscow, МСК
        210: IRST, بتوقيت طهران, به وقت تهران, Asia Tehran
        240: GST, UAE, الإمارات, ابوظبي, أبو ظبي, دبي, مسقط, سلطنة عمان, بتوقيت الإمارات, بتوقيت أبوظبي,
            بتوقيت أبو ظبي, بتوقيت دبي, بتوقيت مسقط, Asia Dubai
        270: AFT
        300: PKT, UZT
        330: IST, Asia Kolkata
        345: NPT
        360: BDT
        420: WIB, ICT
        480: SGT, HKT, PHT, PHST, MYT, AWST, WITA, 北京时间, 北京時間, 台北時間
        540: JST, KST, WIT
        570: ACST
        600: AEST
        660: AEDT
        720: NZST
        780: NZDT
        -60: CVT
        -180: ADT, BRT, ART, CLST, UYT
        -240: AST, EDT, CLT, VET, BOT
        -300: EST, CDT, COT, PET
        -360: CST, MDT
        -420: MST, PDT
        -480: PST, AKDT
        -540: AKST
        -600: HST
        """

    /// As above, of zones of North America whose summer time follows from the day; the minutes are those of winter.
    static let americanZones = """
        -240: AT, Atlantic Time
        -300: ET, Eastern, Eastern Time, Eastern Standard Time, New York, America New York
        -360: CT, Central Time, Central Standard Time, America Chicago
        -420: MT, Mountain Time, Mountain Standard Time, America Denver
        -480: PT, Pacific, Pacific Time, Pacific Standard Time, America Los Angeles
        """

    /// Eras of East Asia: the year before the first, then the names.
    static let eras = """
        2018: 令和
        1988: 平成
        1911: 民國, 民国
        """

    /// A unit in the words of relative times: with a number before it, alone for one, or in the dual.
    static let units = """
        second: ثانية, ثوان, ثواني, second, seconds, sec, secs, s, seconde, secondes, Sekunde, Sekunden, segundo,
            segundos, secondo, secondi, saniye, ثانیه, سیکنڈ, секунду, секунды, секунд, seconden, sekund, sekundy,
            sekundę, δευτερόλεπτα, másodperccel, sekundami, detik, 秒, 秒钟, 초
        minute: دقيقة, دقائق, دقايق, m, minute, minutes, min, mins, mn, Minuten, Minute, minuto, minutos, minuti,
            dakika,
            dk, دقیقه, منٹ, минуту, минуты, минут, мин, хвилин, хвилини, minuut, minuten, minut, minuty, minutę,
            λεπτά, λεπτό, perccel, perce, minutami, minuter, minutter, minuuttia, menit, phút, דקות, דקה, मिनट, মিনিট, นาที, 分钟,
            分鐘, 分, 분
        hour: ساعة, ساعات, hour, hours, hr, hrs, h, heure, heures, Stunde, Stunden, Std, hora, horas, ora, ore, saat,
            ساعت, گھنٹہ, گھنٹے, час, часа, часов, годину, години, годин, uur, uren, godzinę, godziny, godzin, godz,
            ώρες, ώρα, órával, órája, hodinami, hodinou, timme, timmar, time, timer, tuntia, tunti, jam, giờ, שעות,
            שעה, घंटे, घंटा, ঘণ্টা, ঘন্টা, ชั่วโมง, 小时, 小時, 時間, 시간
        day: يوم, يوما, أيام, d, day, days, jour, jours, Tag, Tagen, Tage, día, días, dia, dias, giorno, giorni, gün,
            روز, دن, день, дня, дней, дні, днів, dag, dagen, dni, dzień, ημέρες, ημέρα, μέρες, napja, nappal, dny,
            dnem, dagar, dager, dage, päivää, hari, ngày, ימים, יום, दिन, দিন, วัน, zile, zi, 天, 日, 일
        week: أسبوع, أسابيع, اسبوعا, w, week, weeks, wk, semaine, semaines, Woche, Wochen, semana, semanas, settimana,
            settimane, hafta, هفته, ہفتہ, ہفتے, неделю, недели, недель, тиждень, тижні, weken, tydzień, tygodnie,
            tygodni, εβδομάδα, εβδομάδες, hete, héttel, týdnem, týdny, vecka, veckor, uke, uker, uge, uger, viikkoa,
            viikko, minggu, pekan, tuần, שבוע, שבועות, सप्ताह, 周, 週間, 주
        month: شهر, أشهر, شهور, شهرا, mo, month, months, mois, Monat, Monaten, Monate, mes, meses, mês, mese, mesi, ay,
            ماه, ماہ, месяц, месяца, месяцев, місяць, місяці, місяців, maand, maanden, miesiąc, miesiące, miesięcy,
            μήνα, μήνες, hónapja, hónappal, měsícem, měsíci, månad, månader, måned, måneder, kuukautta, kuukausi,
            bulan, tháng, חודש, חודשים, महीने, 个月, 個月, か月, ヶ月, 개월
        year: سنة, سنوات, عام, أعوام, عاما, y, year, years, yr, yrs, an, ans, année, Jahr, Jahren, Jahre, año, años,
            ano,
            anos, anno, anni, yıl, سال, год, года, лет, рік, роки, років, jaar, rok, lata, lat, χρόνο, χρόνια, éve,
            évvel, rokem, lety, år, vuotta, vuosi, tahun, năm, שנה, שנים, साल, 年, 년
        halfHour: نصف ساعة, half an hour, half hour, une demi-heure, demi-heure, einer halben Stunde, media hora,
            meia hora, mezz'ora, yarım saat, نیم ساعت, полчаса
        quarterHour: ربع ساعة, quarter of an hour, un quart d'heure, einer Viertelstunde
        twoSeconds: ثانيتين, ثانيتان
        twoMinutes: دقيقتين, دقيقتان, דקותיים
        twoHours: ساعتين, ساعتان, שעתיים
        twoDays: يومين, يومان, יומיים
        twoWeeks: أسبوعين, اسبوعان, שבועיים
        twoMonths: شهرين, شهران, חודשיים
        twoYears: سنتين, سنتان, عامين, عامان, שנתיים
        """

    /// What turns a span into a time in the past, before or after it, and the days that have names.
    static let relations = """
        agoBefore: منذ, قبل, من حوالي, منذ حوالي, منذ نحو, قبل حوالي, قبل نحو, منذ أكثر من, قبل أكثر من, منذ أقل من,
            قبل أقل من, منذ ما يقارب, acum, il y a, il y a environ, vor, vor etwa,
            hace, há, fa, před, για, πριν, πριν από, pred, for, לפני, cách đây
        agoAfter: ago, fa, önce, evvel, پیش, قبل, پہلے, назад, тому, geleden, temu, atrás, sedan, siden, sitten,
            ezelőtt, lalu, yang lalu, trước, पहले, আগে, ที่แล้ว, ที่ผ่านมา, 前, 之前, 전, مضت, مضى
        now: الآن, منذ لحظات, قبل لحظات, منذ قليل, قبل قليل, منذ ثوان, منذ بضع ثوان, منذ بضع ثواني,
            منذ بضع دقائق, منذ دقائق, a moment ago, moments ago, il y a un instant,
            il y a quelques instants, hace un momento, just now, now, à l'instant, gerade eben, ahora, agora, adesso,
                şimdi, az önce, اکنون, همین الان,
            сейчас, только что, zojuist, teraz, baru saja, 刚刚, 剛剛, たった今, 방금
        today: اليوم, هذا اليوم, today, aujourd'hui, heute, hoy, hoje, oggi, bugün, امروز, آج, сегодня, сьогодні,
            vandaag, dzisiaj, dziś, σήμερα, dnes, astăzi, azi, idag, i dag, tänään, hari ini, hôm nay, היום, आज, 今天,
            今日, 오늘
        yesterday: أمس, امس, البارحة, يوم أمس, yesterday, hier, gestern, ayer, ontem, ieri, dün, دیروز, вчера, вчора,
            gisteren, wczoraj, χθες, χτες, tegnap, včera, igår, i går, eilen, kemarin, hôm qua, אתמול, कल, 昨天, 昨日, 어제
        dayBefore: أول أمس, أمس الأول, أول من أمس, قبل أمس, اول امس, avant-hier, vorgestern, anteayer, antes de ayer,
            anteontem, l'altro ieri, evvelsi gün, پریروز, позавчера, eergisteren, przedwczoraj, προχθές, tegnapelőtt,
            předevčírem, day before yesterday, 前天, 一昨日, 그저께
        firstDay: غرة, غره, مستهل
        lastDay: سلخ
        one: واحدة, واحد, a, an, one, une, un, une, ein, eine, einem, einer, una, uno, um, uma, bir, یک, ایک, een,
            één, egy, en, ett, et, 一
        two: two, deux, zwei, dos, dois, duas, due, iki, دو, два, две, twee, dwa, dwie, δύο, 两, 兩
        three: ثلاث, ثلاثة, three, trois, drei, tres, três, tre, üç, سه, три, drie, trzy
        four: أربع, أربعة, four, quatre, vier, cuatro, quatro, quattro, dört, چهار, четыре
        five: خمس, خمسة, five, cinq, fünf, cinco, cinque, beş, پنج, пять, vijf
        six: ست, ستة, six, sechs, seis, sei, altı, шесть
        seven: سبع, سبعة, seven, sept, sieben, siete, sete, sette, yedi, семь
        eight: ثماني, ثمانية, ثمان, eight, huit, acht, ocho, oito, otto, sekiz, восемь
        nine: تسع, تسعة, nine, neuf, neun, nueve, nove, dokuz, девять
        ten: عشر, عشرة, ten, dix, zehn, diez, dez, dieci, on, десять
        """
}
