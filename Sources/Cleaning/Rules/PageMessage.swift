import NewsModel

extension Rule {
    /// What a player or a browser says: `لا يمكن تشغيل الفيديو`, `لعرض هذا المحتوى يرجى السماح بملفات تعريف الارتباط`,
    /// `تم حذف هذه التغريدة`, `This video cannot be played`.
    ///
    /// All words must be of devices: `لا يمكن تشغيل المحطة من دون وقود.` is a sentence of news.
    static let pageMessage = Rule("message of the page", .widget) { line in
        guard (2...22).contains(line.words.count), line.opening != .quote,
            line.roles(at: 0).isDisjoint(with: .conjoined)
        else { return false }
        var states = 0
        var media = 0
        for word in line.words {
            if Device.states.contains(word.hash) {
                states += 1
            } else if Device.media.contains(word.hash) {
                media += 1
            } else if word.roles.isDisjoint(with: [
                .function, .this, .you, .us, .now, .privacy, .platform, .here, .number, .more, .button, .minute,
            ]) {
                return false
            }
        }
        guard states > 0, media > 0 else { return false }
        let isLong = line.words.count >= 3
        return isLong || line.words[0].roles.contains(.button) || Device.buttons.contains(line.words[0].hash)
    }
}

/// Words of devices, folded and hashed.
private enum Device {
    static let buttons = Lexicon.hashes("تشغيل إيقاف إعادة تحميل تضمين عرض كتم مشغل")
    static let states = buttons.union(
        Lexicon.hashes(
            """
            لعرض لمشاهدة لتشغيل مشاهدة يرجى الرجاء رجاء السماح تفعيل يمكن يتم تم جار جاري تعذر يتعذر خطأ حدث فشل العثور فتح حذف متاح
            متاحة متوفر متوفرة غير قم قابل للتشغيل تكبير تنزيل بملء ملء مرر اسحب لرؤية الانتظار انتظار تحديث نأسف عذرا معذرة أثناء
            لعرضها لعرضه بحجم أكبر اضغط انقر يدعم تدعم موجود موجودة مدة تكرار محذوف محذوفة مقفل الخاص الخاصة الصوتية الصوتي تحاولون تحاول الوصول إليه إليها يعد تعد موجودا متوفرا متاحا المرئية المضمن المضمنة خاصية التالي
            play to that loading unavailable available cannot can't could played loaded error failed enable allow view watch please
            try again reload refresh accept supported supports deleted removed longer consider upgrading html5 web isn't couldn't sorry swipe tap
            indisponible disponible chargement erreur activer autoriser visionner voir regarder impossible supprimé
            verfügbar nicht laden fehler aktivieren ansehen anzeigen abspielen gelöscht
            پخش دانلود مشاهده تماشا
            disponible error activar ver reproducir cargar eliminado
            """))
    static let media = Lexicon.nouns(
        """
        فيديو محتوى صورة صور وسائط مقطع تغريدة منشور متصفح جافاسكربت جافا سكريبت سكربت نافذة جديدة شاشة ملف صوت بث يسار يمين
        مشغل ألبوم صفحة خريطة إنفوغراف بودكاست ارتباط رابط تعريف ملفات حلقة
        """
    ).union(
        Lexicon.hashes(
            """
            video videos content image player media tweet post browser javascript window audio clip map page photo
            vidéo contenu navigateur publication fenêtre inhalt browser beitrag bild contenido navegador publicación ویدئو ویدیو فیلم صوت
            """))
}
