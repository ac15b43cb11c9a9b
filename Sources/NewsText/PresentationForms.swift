/// The letters behind the shaped glyphs that PDF files and old systems leave in Arabic text (U+FB50…U+FEFC).
///
/// Source: the compatibility mappings of the Unicode Character Database, vowel signs left out.
enum PresentationForms {
    /// The plain letters of a shaped glyph; none for one that is only marks, itself when it is not shaped.
    static func letters(of scalar: UInt32) -> [UInt32] {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle].last < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < table.count, table[low].first <= scalar else { return marks.contains(scalar) ? [] : [0x20] }
        return table[low].letters
    }

    /// Ornate brackets and the like, which stand for themselves but separate words all the same, become blanks.
    private static let marks: ClosedRange<UInt32> = 0xFE70...0xFE7F

    private static let table: [(first: UInt32, last: UInt32, letters: [UInt32])] =
        source.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { run in
            let fields = run.split(separator: " ", maxSplits: 2)
            return (
                UInt32(fields[0], radix: 16) ?? 0, UInt32(fields[1], radix: 16) ?? 0,
                fields.count > 2 ? fields[2].unicodeScalars.map(\.value) : []
            )
        }

    /// Runs, separated by commas: first and last glyph in hexadecimal, then the letters.
    private static let source = """
        FB50 FB51 ٱ, FB52 FB55 ٻ, FB56 FB59 پ, FB5A FB5D ڀ, FB5E FB61 ٺ, FB62 FB65 ٿ, FB66 FB69 ٹ, FB6A FB6D ڤ,
        FB6E FB71 ڦ, FB72 FB75 ڄ, FB76 FB79 ڃ, FB7A FB7D چ, FB7E FB81 ڇ, FB82 FB83 ڍ, FB84 FB85 ڌ, FB86 FB87 ڎ,
        FB88 FB89 ڈ, FB8A FB8B ژ, FB8C FB8D ڑ, FB8E FB91 ک, FB92 FB95 گ, FB96 FB99 ڳ, FB9A FB9D ڱ, FB9E FB9F ں,
        FBA0 FBA3 ڻ, FBA4 FBA5 ۀ, FBA6 FBA9 ہ, FBAA FBAD ھ, FBAE FBAF ے, FBB0 FBB1 ۓ, FBD3 FBD6 ڭ, FBD7 FBD8 ۇ,
        FBD9 FBDA ۆ, FBDB FBDC ۈ, FBDD FBDD ۇٴ, FBDE FBDF ۋ, FBE0 FBE1 ۅ, FBE2 FBE3 ۉ, FBE4 FBE7 ې, FBE8 FBE9 ى,
        FBEA FBEB ئا, FBEC FBED ئە, FBEE FBEF ئو, FBF0 FBF1 ئۇ, FBF2 FBF3 ئۆ, FBF4 FBF5 ئۈ, FBF6 FBF8 ئې,
        FBF9 FBFB ئى, FBFC FBFF ی, FC00 FC00 ئج, FC01 FC01 ئح, FC02 FC02 ئم, FC03 FC03 ئى, FC04 FC04 ئي,
        FC05 FC05 بج, FC06 FC06 بح, FC07 FC07 بخ, FC08 FC08 بم, FC09 FC09 بى, FC0A FC0A بي, FC0B FC0B تج,
        FC0C FC0C تح, FC0D FC0D تخ, FC0E FC0E تم, FC0F FC0F تى, FC10 FC10 تي, FC11 FC11 ثج, FC12 FC12 ثم,
        FC13 FC13 ثى, FC14 FC14 ثي, FC15 FC15 جح, FC16 FC16 جم, FC17 FC17 حج, FC18 FC18 حم, FC19 FC19 خج,
        FC1A FC1A خح, FC1B FC1B خم, FC1C FC1C سج, FC1D FC1D سح, FC1E FC1E سخ, FC1F FC1F سم, FC20 FC20 صح,
        FC21 FC21 صم, FC22 FC22 ضج, FC23 FC23 ضح, FC24 FC24 ضخ, FC25 FC25 ضم, FC26 FC26 طح, FC27 FC27 طم,
        FC28 FC28 ظم, FC29 FC29 عج, FC2A FC2A عم, FC2B FC2B غج, FC2C FC2C غم, FC2D FC2D فج, FC2E FC2E فح,
        FC2F FC2F فخ, FC30 FC30 فم, FC31 FC31 فى, FC32 FC32 في, FC33 FC33 قح, FC34 FC34 قم, FC35 FC35 قى,
        FC36 FC36 قي, FC37 FC37 كا, FC38 FC38 كج, FC39 FC39 كح, FC3A FC3A كخ, FC3B FC3B كل, FC3C FC3C كم,
        FC3D FC3D كى, FC3E FC3E كي, FC3F FC3F لج, FC40 FC40 لح, FC41 FC41 لخ, FC42 FC42 لم, FC43 FC43 لى,
        FC44 FC44 لي, FC45 FC45 مج, FC46 FC46 مح, FC47 FC47 مخ, FC48 FC48 مم, FC49 FC49 مى, FC4A FC4A مي,
        FC4B FC4B نج, FC4C FC4C نح, FC4D FC4D نخ, FC4E FC4E نم, FC4F FC4F نى, FC50 FC50 ني, FC51 FC51 هج,
        FC52 FC52 هم, FC53 FC53 هى, FC54 FC54 هي, FC55 FC55 يج, FC56 FC56 يح, FC57 FC57 يخ, FC58 FC58 يم,
        FC59 FC59 يى, FC5A FC5A يي, FC5B FC5B ذ, FC5C FC5C ر, FC5D FC5D ى, FC5E FC63, FC64 FC64 ئر, FC65 FC65 ئز,
        FC66 FC66 ئم, FC67 FC67 ئن, FC68 FC68 ئى, FC69 FC69 ئي, FC6A FC6A بر, FC6B FC6B بز, FC6C FC6C بم,
        FC6D FC6D بن, FC6E FC6E بى, FC6F FC6F بي, FC70 FC70 تر, FC71 FC71 تز, FC72 FC72 تم, FC73 FC73 تن,
        FC74 FC74 تى, FC75 FC75 تي, FC76 FC76 ثر, FC77 FC77 ثز, FC78 FC78 ثم, FC79 FC79 ثن, FC7A FC7A ثى,
        FC7B FC7B ثي, FC7C FC7C فى, FC7D FC7D في, FC7E FC7E قى, FC7F FC7F قي, FC80 FC80 كا, FC81 FC81 كل,
        FC82 FC82 كم, FC83 FC83 كى, FC84 FC84 كي, FC85 FC85 لم, FC86 FC86 لى, FC87 FC87 لي, FC88 FC88 ما,
        FC89 FC89 مم, FC8A FC8A نر, FC8B FC8B نز, FC8C FC8C نم, FC8D FC8D نن, FC8E FC8E نى, FC8F FC8F ني,
        FC90 FC90 ى, FC91 FC91 ير, FC92 FC92 يز, FC93 FC93 يم, FC94 FC94 ين, FC95 FC95 يى, FC96 FC96 يي,
        FC97 FC97 ئج, FC98 FC98 ئح, FC99 FC99 ئخ, FC9A FC9A ئم, FC9B FC9B ئه, FC9C FC9C بج, FC9D FC9D بح,
        FC9E FC9E بخ, FC9F FC9F بم, FCA0 FCA0 به, FCA1 FCA1 تج, FCA2 FCA2 تح, FCA3 FCA3 تخ, FCA4 FCA4 تم,
        FCA5 FCA5 ته, FCA6 FCA6 ثم, FCA7 FCA7 جح, FCA8 FCA8 جم, FCA9 FCA9 حج, FCAA FCAA حم, FCAB FCAB خج,
        FCAC FCAC خم, FCAD FCAD سج, FCAE FCAE سح, FCAF FCAF سخ, FCB0 FCB0 سم, FCB1 FCB1 صح, FCB2 FCB2 صخ,
        FCB3 FCB3 صم, FCB4 FCB4 ضج, FCB5 FCB5 ضح, FCB6 FCB6 ضخ, FCB7 FCB7 ضم, FCB8 FCB8 طح, FCB9 FCB9 ظم,
        FCBA FCBA عج, FCBB FCBB عم, FCBC FCBC غج, FCBD FCBD غم, FCBE FCBE فج, FCBF FCBF فح, FCC0 FCC0 فخ,
        FCC1 FCC1 فم, FCC2 FCC2 قح, FCC3 FCC3 قم, FCC4 FCC4 كج, FCC5 FCC5 كح, FCC6 FCC6 كخ, FCC7 FCC7 كل,
        FCC8 FCC8 كم, FCC9 FCC9 لج, FCCA FCCA لح, FCCB FCCB لخ, FCCC FCCC لم, FCCD FCCD له, FCCE FCCE مج,
        FCCF FCCF مح, FCD0 FCD0 مخ, FCD1 FCD1 مم, FCD2 FCD2 نج, FCD3 FCD3 نح, FCD4 FCD4 نخ, FCD5 FCD5 نم,
        FCD6 FCD6 نه, FCD7 FCD7 هج, FCD8 FCD8 هم, FCD9 FCD9 ه, FCDA FCDA يج, FCDB FCDB يح, FCDC FCDC يخ,
        FCDD FCDD يم, FCDE FCDE يه, FCDF FCDF ئم, FCE0 FCE0 ئه, FCE1 FCE1 بم, FCE2 FCE2 به, FCE3 FCE3 تم,
        FCE4 FCE4 ته, FCE5 FCE5 ثم, FCE6 FCE6 ثه, FCE7 FCE7 سم, FCE8 FCE8 سه, FCE9 FCE9 شم, FCEA FCEA شه,
        FCEB FCEB كل, FCEC FCEC كم, FCED FCED لم, FCEE FCEE نم, FCEF FCEF نه, FCF0 FCF0 يم, FCF1 FCF1 يه,
        FCF2 FCF4 ـ, FCF5 FCF5 طى, FCF6 FCF6 طي, FCF7 FCF7 عى, FCF8 FCF8 عي, FCF9 FCF9 غى, FCFA FCFA غي,
        FCFB FCFB سى, FCFC FCFC سي, FCFD FCFD شى, FCFE FCFE شي, FCFF FCFF حى, FD00 FD00 حي, FD01 FD01 جى,
        FD02 FD02 جي, FD03 FD03 خى, FD04 FD04 خي, FD05 FD05 صى, FD06 FD06 صي, FD07 FD07 ضى, FD08 FD08 ضي,
        FD09 FD09 شج, FD0A FD0A شح, FD0B FD0B شخ, FD0C FD0C شم, FD0D FD0D شر, FD0E FD0E سر, FD0F FD0F صر,
        FD10 FD10 ضر, FD11 FD11 طى, FD12 FD12 طي, FD13 FD13 عى, FD14 FD14 عي, FD15 FD15 غى, FD16 FD16 غي,
        FD17 FD17 سى, FD18 FD18 سي, FD19 FD19 شى, FD1A FD1A شي, FD1B FD1B حى, FD1C FD1C حي, FD1D FD1D جى,
        FD1E FD1E جي, FD1F FD1F خى, FD20 FD20 خي, FD21 FD21 صى, FD22 FD22 صي, FD23 FD23 ضى, FD24 FD24 ضي,
        FD25 FD25 شج, FD26 FD26 شح, FD27 FD27 شخ, FD28 FD28 شم, FD29 FD29 شر, FD2A FD2A سر, FD2B FD2B صر,
        FD2C FD2C ضر, FD2D FD2D شج, FD2E FD2E شح, FD2F FD2F شخ, FD30 FD30 شم, FD31 FD31 سه, FD32 FD32 شه,
        FD33 FD33 طم, FD34 FD34 سج, FD35 FD35 سح, FD36 FD36 سخ, FD37 FD37 شج, FD38 FD38 شح, FD39 FD39 شخ,
        FD3A FD3A طم, FD3B FD3B ظم, FD3C FD3D ا, FD50 FD50 تجم, FD51 FD52 تحج, FD53 FD53 تحم, FD54 FD54 تخم,
        FD55 FD55 تمج, FD56 FD56 تمح, FD57 FD57 تمخ, FD58 FD59 جمح, FD5A FD5A حمي, FD5B FD5B حمى, FD5C FD5C سحج,
        FD5D FD5D سجح, FD5E FD5E سجى, FD5F FD60 سمح, FD61 FD61 سمج, FD62 FD63 سمم, FD64 FD65 صحح, FD66 FD66 صمم,
        FD67 FD68 شحم, FD69 FD69 شجي, FD6A FD6B شمخ, FD6C FD6D شمم, FD6E FD6E ضحى, FD6F FD70 ضخم, FD71 FD72 طمح,
        FD73 FD73 طمم, FD74 FD74 طمي, FD75 FD75 عجم, FD76 FD77 عمم, FD78 FD78 عمى, FD79 FD79 غمم, FD7A FD7A غمي,
        FD7B FD7B غمى, FD7C FD7D فخم, FD7E FD7E قمح, FD7F FD7F قمم, FD80 FD80 لحم, FD81 FD81 لحي, FD82 FD82 لحى,
        FD83 FD84 لجج, FD85 FD86 لخم, FD87 FD88 لمح, FD89 FD89 محج, FD8A FD8A محم, FD8B FD8B محي, FD8C FD8C مجح,
        FD8D FD8D مجم, FD8E FD8E مخج, FD8F FD8F مخم, FD92 FD92 مجخ, FD93 FD93 همج, FD94 FD94 همم, FD95 FD95 نحم,
        FD96 FD96 نحى, FD97 FD98 نجم, FD99 FD99 نجى, FD9A FD9A نمي, FD9B FD9B نمى, FD9C FD9D يمم, FD9E FD9E بخي,
        FD9F FD9F تجي, FDA0 FDA0 تجى, FDA1 FDA1 تخي, FDA2 FDA2 تخى, FDA3 FDA3 تمي, FDA4 FDA4 تمى, FDA5 FDA5 جمي,
        FDA6 FDA6 جحى, FDA7 FDA7 جمى, FDA8 FDA8 سخى, FDA9 FDA9 صحي, FDAA FDAA شحي, FDAB FDAB ضحي, FDAC FDAC لجي,
        FDAD FDAD لمي, FDAE FDAE يحي, FDAF FDAF يجي, FDB0 FDB0 يمي, FDB1 FDB1 ممي, FDB2 FDB2 قمي, FDB3 FDB3 نحي,
        FDB4 FDB4 قمح, FDB5 FDB5 لحم, FDB6 FDB6 عمي, FDB7 FDB7 كمي, FDB8 FDB8 نجح, FDB9 FDB9 مخي, FDBA FDBA لجم,
        FDBB FDBB كمم, FDBC FDBC لجم, FDBD FDBD نجح, FDBE FDBE جحي, FDBF FDBF حجي, FDC0 FDC0 مجي, FDC1 FDC1 فمي,
        FDC2 FDC2 بحي, FDC3 FDC3 كمم, FDC4 FDC4 عجم, FDC5 FDC5 صمم, FDC6 FDC6 سخي, FDC7 FDC7 نجي, FDF0 FDF0 صلے,
        FDF1 FDF1 قلے, FDF2 FDF2 الله, FDF3 FDF3 اكبر, FDF4 FDF4 محمد, FDF5 FDF5 صلعم, FDF6 FDF6 رسول,
        FDF7 FDF7 عليه, FDF8 FDF8 وسلم, FDF9 FDF9 صلى, FDFA FDFA صلى الله عليه وسلم, FDFB FDFB جل جلاله,
        FDFC FDFC ریال, FE70 FE70, FE71 FE71 ـ, FE72 FE72, FE74 FE74, FE76 FE76, FE77 FE77 ـ, FE78 FE78,
        FE79 FE79 ـ, FE7A FE7A, FE7B FE7B ـ, FE7C FE7C, FE7D FE7D ـ, FE7E FE7E, FE7F FE7F ـ, FE80 FE80 ء,
        FE81 FE82 آ, FE83 FE84 أ, FE85 FE86 ؤ, FE87 FE88 إ, FE89 FE8C ئ, FE8D FE8E ا, FE8F FE92 ب, FE93 FE94 ة,
        FE95 FE98 ت, FE99 FE9C ث, FE9D FEA0 ج, FEA1 FEA4 ح, FEA5 FEA8 خ, FEA9 FEAA د, FEAB FEAC ذ, FEAD FEAE ر,
        FEAF FEB0 ز, FEB1 FEB4 س, FEB5 FEB8 ش, FEB9 FEBC ص, FEBD FEC0 ض, FEC1 FEC4 ط, FEC5 FEC8 ظ, FEC9 FECC ع,
        FECD FED0 غ, FED1 FED4 ف, FED5 FED8 ق, FED9 FEDC ك, FEDD FEE0 ل, FEE1 FEE4 م, FEE5 FEE8 ن, FEE9 FEEC ه,
        FEED FEEE و, FEEF FEF0 ى, FEF1 FEF4 ي, FEF5 FEF6 لآ, FEF7 FEF8 لأ, FEF9 FEFA لإ, FEFB FEFC لا
        """
}
