/// Stems that many articles bear, so that the first articles of a new index are told apart by what matters.
///
/// Counted over 19,000 Arabic and 4,800 English news articles of 1987 to 2018; the French ones are function words.
enum CommonWords {
    /// What is known of a stem before any article was seen; `nil` for one that stands in a seventh of all articles or
    /// more and so tells nothing.
    static func commonness(of hash: UInt32) -> Commonness? {
        table[hash, default: .rare]
    }

    private static let table: [UInt32: Commonness?] = {
        var table: [UInt32: Commonness?] = [:]
        for (stems, commonness) in [(frequent, nil), (common, .common), (familiar, .familiar)]
            as [(String, Commonness?)]
        {
            let words = FoldedWords(stems, byteLimit: .max)
            for hash in words.hashes { table[hash] = .some(commonness) }
        }
        return table
    }()

    /// In 15 of 100 articles or more.
    private static let frequent = """
        اجتماع احد اخر ادار اضاف اكثر اكد ال الا ام امام امر امن ان او اول اي ايضا بان بشكل بعد بعض بلاد بن بها
        بي بين تم تي ثان ثلاث جانب جديد جمع جميع حال حت حكوم حول حيث خارج خاص خلال داخل دور دول ذلك ذي ذين رييس
        سابق سعود سنو عالم عام عبر عدد عرب عل عمل عن غير في فيما قال قالت قبل قد قو كان كانت كبير كل كما لا لكن
        لم له لها ما ماض متحد محمد مدين مسوول مع من منذ منطق نحو نفس هذ هذا هناك هو هي وطن وف وقت وقد ولا ومن
        وهو يوم
        about according added after against all also an and another any are around as at back be because been
        before being between but by called can come company could day did dlr do down during end even first five
        for four from get government group had has have he her high his how if in including international into
        is it its just last later like long made make many may mln month more most much new next no not now
        number of off official old on one only or other our out over part people president report reuter right
        said say second see service set share she should show since so some state statement still such take than
        that the their them then there they thi those three through time to told two under up us use very was
        way we week well were what when where which while who will with work world would year you
        ainsi alors ans apres aussi aux avait avant avec avoir ces cette comme contre dans deja depuis des deux
        dont elle encore entre est etait ete etre fait ils les leur leurs lors mais meme nous ont par pas plus
        pour que qui sans selon ses son sont sur tous tout une vous
        """

    /// In 5 to 15 of 100 articles.
    private static let common = """
        اب ابرز اتحاد اتصال اتفاق اثار اثر اثن اثناء اجراء اجل احمد اخير اد اذ اذا اربع اربعاء ارتفاع ارض ارهاب
        ازم اساس اسبان اسبوع استثمار استخدام استراتيج استمرار اسر اسراييل اسلام اسم اشار اشخاص اشنطن اشهر اصاب
        اصبح اضافت اطار اطفال اطلاق اعاد اعداد اعضاء اعل اعلام اعلن اعلنت اعمال اف افضل اقتصاد اقل اكبر اكدت الف
        الكترون اما امار امريك امس امم امير اميرك انباء انتخاب انجليز انس انسان انهم اهداف اهل اهم اوروب اوروبا
        اوضح ايام اير ايران باسم بالغ بحث بحر بحسب بد بدا برنامج بريطان بسبب بش بطول بعدما بل بلد بما بناء به
        بهدف بينما تابع تاريخ تال تجار تحالف تحت تحقيق تدخل تدريب ترامب ترك تسجيل تسع تصريح تطبيق تطوير تعا
        تعامل تعد تعرض تعليم تقدم تقديم تقرير تك تلك تنظيم تنفيذ تواصل توج تونس تويتر ثالث ثقاف ثلاثاء ثم جاء
        جار جامع جد جدا جماع جمهور جنوب جه جهت جهود جو جود جيش حادث حاليا حد حدود حديث حرب حرك حزب حساب حسب حصول
        حق حقوق حقيق حكم حما حمل حيا حين خبر خدم خط خطو خلف خمس خميس دخول دراس درج دعا دعم دفاع دفع دقيق دكتور
        دولار دون دونالد دين ذات ذكر ذكرت را رابع راس رجال رجل رد رسم رغم رفع رقم روس روسيا رياس رياض ريال زار
        زياد زيار زير ساع سايل سبب سبت سبق ست سجل سك سلام سلط سلم سن سور سوريا سوق سي سيار سياس سيطر سيك شان
        شباب شبك شخص شرط شرع شرق شرك شعب شمال شهدت شهر شو شيء صاحب صباح صح صحف صحيف صناع صور ضد ضرب ضرور ضمن
        طالب طاير طب طبيع طريق طلب طويل ظل عاد عاصم عاما عامل عبد عبدالعزيز عبدالل عد عدم عديد عراق عرض عسكر عشر
        عقب عقد عقوب علاق علم عمر عند عندما عود عين غرب فان فتح فتر فرص فرق فرنس فرنسا فريق فعل فقا فقد فقط فكر
        فن فوز قادم قام قان قايلا قايم قتل قدر قدم قر قرار قرب قض قطاع قول قياد قيام قيم كاس كاف كال كامل كبر
        كثير كذلك كر كشف كلم كيف لاعب لان لجن لد لعب لقاء لكر لكل لما لمد لن لهذا لهم ليس ليست مارس مال مبارا
        مباشر متابع متحدث مثل مجال مجتمع مجلس مجموع محافظ محاول محل مختلف مد مدرب مدن مدير مر مرحل مركز مزيد
        مساء مساعد مستشف مستقبل مستمر مستو مسلح مشارك مشترك مشروع مشكل مشيرا مصادر مصدر مصر معارض معلوم مقابل
        مقبل مقتل مك مكتب مل ملك مليار مما مملك مناسب مناطق منافس منتخب منظم منهم مهم مواجه مواطن مواقع موتمر
        موسس موسم موضوع موقع موكدا مي ناد نار ناس نايب نتايج نتيج نجم نحن نسب نشر نصف نظام نظر نقل نقلت نها نهاي
        نوع هجوم هدف واقع وان وج وزار وزراء وسط وضع وفق ولم وما وه يات يبدو يتم يجب يذكر يعد يقول يك يمكن يمن يه
        يوليو يونيو
        able above account across act action adding again agency ago agreed agreement ahead air allow almost
        along already although alway am america american among amount analyst announced annual anti anything ap
        appear april area asked associated attack authoritie available away bank based bbc became become began
        behind believe best better big biggest bill billion board both bring british business buy call came
        campaign cannot capital car case cash caused center central chairman chance change charge chief children
        china city claim claimed clear close co com coming comment common community companie computer concern
        condition confirmed continue control corp cost council countrie country court created credit current
        currently customer cut data date david deal death december decided decision demand department described
        despite detail development didn died different director doe doing dollar don done due each earlier early
        earth east economic economy effect effort eight email ended enough european event ever every everyone
        exchange executive expect expected expert face facebook fact failed fall family fan far february feel
        fell few field figure file film final finance financial find fire firm flight followed following force
        foreign form former forward found france free friday friend full fund further future game gave general
        german germany getting giant give given global go going good got great growth half hand happen happened
        hard having head heard heavy held help here higher him history hit hold home hope hour house however
        huge hundred idea image immediately important inc incident include included increase industry
        information injured inside instead interest interview investigation investment investor involved issue
        issued january japan job john july keep key killed kind know known korea korean land large largest late
        latest launch launched law lead leader leading least led left less let level life light likely line list
        little live ll local london look looking loss lost lot low main major making man manager march mark
        market massive material matter me mean measure media meeting member men michael might mile military
        million minister ministry minute moment monday money morning move mr music must my name named nation
        national near nearly need needed net never night nine non north note november occurred october offer
        office officer oil once online open operation order outside own party passenger past pay pct per
        performance period person personal phone photo picture place plan play played player point police policy
        political position possible post posted power powerful press pressure previou previously price prime
        problem product profit program provide public published put quarter question quickly race radio range
        rate re reached read real really reason received recent recently record red region release released
        remain reported reporter research response result return revealed rise risk rocket rose run safe safety
        sale same satellite saturday saw saying scene season security seen sell senior sent september serie
        seriou seven several short shot showed side sign similar single site situation six small social
        something son soon source south space special spokesman sport stage stand star start started step stock
        stop story street strong sunday support system taken taking talk target tax team technology television
        term test thank these thing think third though thought thousand threat thursday today together too took
        top total toward trade trading trump try trying tuesday turn turned tv twitter uk union unit united
        university until update used user using value ve via victim video view want war washington website
        wednesday went west whether why win within without women won worker working worth wrong wrote yet york
        young your
        """

    /// In 2.5 to 5 of 100 articles.
    private static let familiar = """
        ابراهيم ابريل ابطال ابن ابناء ابو ابيض اتخاذ اتهام اجر اجمال اجنب اجهز احتجاج احتفال احتمال احدا احداث
        احدث احمر اخبار اختيار اداء ادت ادو اذار اراض اسابيع اسباب استاذ استعداد استفاد استقبال استقرار اسع
        اسعار اسلح اسواق اشارت اصبحت اصحاب اصدار اصل اصلاح اصيب اضح اطراف اطلق اطلقت اظهرت اعتبار اعتبر اعتداء
        اعتقد اعتماد اعرب اعوام اغسطس اغلب افاد افادت افتتاح افراد افريق افريقيا اقام اقليم اكتوبر المان اماكن
        امرا امكان امل اموال امور انا انتاج انترنت انتشار انتقاد انتقال انتهاء انجاز انحاء انخفاض اند انشاء انشط
        انطلاق انظم اننا اهتمام اوسط اوضاع اوضحت ايار ايجاب ايطال ايقاف با باب باحث باريس باستخدام بحضور بدء
        بدعم بدلا بدور بذلك بر برازيل برامج برلم بريطانيا بشر بصحيف بطريق بطل بعث بعيد بق بقو بقياد بقيم بكل بلا
        بلغ بلغت بمدين بمنطق بنسب بنك بهذ بهذا بهم بيان بيت بيع بينهم تات تاثير تاكيد تام تبادل تبدا تبلغ تجا
        تجاوز تجرب تجمع تحد تحدث تحديد تحرك تحرير تحقق تحمل تحول تداول تراجع ترتيب تركيا تركيز تزال تسبب تشغيل
        تشكل تشكيل تشمل تشهد تشير تصل تضم تطور تظهر تعبير تعتبر تعرف تعزيز تعليق تعمل تغريد تغيير تفاصيل تقارير
        تقدير تقريبا تقليد تقن تقول تقوم تكن تكنولوجيا تلق تماما تمت تمثل تمكن تمكنت تموز تمويل تنسيق تنم تهدف
        تهديد تواج توتر توصل توفير توقع توقف توقيع توكد تول ثق ثمان ثور جاءت جديدا جر جراء جرح جزء جزير جعل جلس
        جماهير جميل جن جنس جهاز جول جوهر جيد حاج حاد حجم حدث حديد حذر حر حرس حرص حرم حزير حس حسن حصل حضور حفاظ
        حفل حقق حل حمد حوار حوال حوث حي خادم خالد خامس خبراء خروج خساير خصوصا خطاب خطر خطير خلاف خليج خيار خير
        داعش دايم دايما دب دبلوماس دخل دعو دي ديسمبر ديمقراط ذهب راء رابط ربع ربما رحل ردا رسال رعا رغب رفض رمض
        رو رويترز زعيم زمن سابع ساحل سادس سام سبتمبر سبع سبيل ستك سجن سر سرع سريع سع سعر سعيد سفر سفير سقوط سلاح
        سلب سلسل سلوك سم سمو سو سواء سوال سوف سياح سياق سيتم سيد سير شاب شارك شامل شاهد شب شخصا شدد شديد شريف
        شقيق شكر شكل شهد شهير شيخ صادر صالح صحاف صحيح صدر صراع صرح صعب صعوب صعيد صغير صف صفق صفوف صل صلاح صلت
        صوت صول صيف صين ضحايا ضخم ضغط ضم ضوء طاق طرف طرق طفل طن طهر طيب طير ظروف ظهر عال عايل عبار عددا عزيز عضو
        عقود علاج عليا علينا عليهم عمال عموم عناصر عنصر عنف عهد عيد غا غاز غرف غياب فا فبراير فرد فرض فساد فشل
        فصل فضلا فعال فلسطين فهد فهو فور فوق فيديو فيسبوك فيصل قاد قادر قار قاعد قامت قانون قاهر قايد قبض قتال
        قدمت قديم قرر قرن قريب قريبا قسم قصير قضا قضاء قضايا قطر قطع قلب قلق قليل قم قنا قوم قياس قيمت كاتب
        كانوا كبار كبيرا كتاب كتب كثيرا كريم كشفت كم كنت كون كي لازم لتحقيق لحظ لدينا لذلك لصالح لغ لقب لقد لك
        لنا لندن لهذ لو لوكال لي ليل ماد مانيا مايو مبادر مبار مبارك متخصص متطرف متعلق متقدم متهم متوسط متوقع
        مثير محادث محتمل محدد محط محكم محيط مخاطر مخالف مخاوف مختص مدافع مدرس مدريد مرا مراقب مراكز مرتبط مرشح
        مرض مرور مسابق مساح مسار مسال مستخدم مستشار مستقل مسلم مسير مشاريع مشرف مشير مصاب مصالح مضيفا مطار مطالب
        مطلع مطلوب معد معدل معرف معروف معسكر معظم معن مغرب مفاوض مقاتل مقارن مقال مقاوم مقدم مقر مقرر مكافح ملا
        ملعب ملف ممارس ممثل ممكن منتج منتصف منح منزل منصب منع مهاجم مهما مهن مهندس مواد موافق موال موج موجود
        موخرا موسكو موشر موظف موعد موقف موكد مونديال ميا ميليش نجاح نساء نسخ نشاط نشرت نص نصر نطاق نظرا نظير نفط
        نقاط نقد نقط نمو نواب نوو نياب هاتف هجم هل هلال هم هنا هولاء واحد وتم وحد وحيد وزير وصف وصل وصول وقع وقف
        وقوف ول ومع وهم ويام يبلغ يتعلق يتوقع يجر يجعل يحتاج يحدث يحمل يد ير يريد يزال يزيد يسع يشكل يصل يظهر
        يعان يعتبر يعتقد يعرف يعمل يعن يعود يعيش يقدم يقوم يكن يمثل يناير يها يواج يوجد يود يورو يوكد يوما
        ability access accident accused acquisition activitie actor actually add addition additional address
        administration admitted advantage advertisement affected africa african afternoon age agencie agree aim
        aimed aircraft airline airport alert alleged allowed alone alongside amid angele announcement anyone
        apparently appeared apple approach approval approved arm arrested arrived asia ask assault asset
        association attempt attention august australia australian average avoid award aware bad ballistic ban
        band banking banned barrier base basi beat becoming begin beginning beijing believed below benefit
        beyond bid bigger bit black block blue body book boost bought bound box boy break breaking bringing
        britain broadcast broke broken brother brought brown budget build building built businesse buying
        california calling camera caption card career carried carry carrying caught cause celebration centre ceo
        certain certainly challenge champion championship changed channel check chicago child chinese choice
        christian christma citie citizen class clearly closed closer club cnn coach commercial commission
        commitment committee communication compared competition complaint complete completed concerned conduct
        conducted conference connection consider considered consumer contact content continued contract
        copyright core corporate corporation couldn couple course cover crash crashed create crew crime criminal
        crisi critic criticism cross crowd cts cup currency daily damage dangerou daughter de dead debt dec
        decade decline declined deep defense denied design designed developed developing device die difficult
        digital direct direction directly disaster display distance document doesn domestic donald double doubt
        dozen drive driver driving drop dropped earning easy effectively either election electric else emerged
        emergency employee ending energy engine england ensure enter entered entire environment equipment error
        especially establish estimate estimated europe eve evening eventually everything evidence exactly
        example experience explain export expressed extended extra extremely eye factor failure fallen falling
        familie famou fast father fear feature federal fee feet felt female fight filed finally finding fired
        firework flew florida fly flying focu follow footage forced founder fourth french front fully gain gas
        generation george getty girl giving goal goe gone google grand greater ground grow growing guy happy
        health hear heart helped hide himself holding hospital host http human hurt identified illegal impact
        import improve improvement income increased independent individual initial initially injurie injury
        intended internet introduced invalid investigating involving island isn itself jame japanese join joint
        journalist june justice kept kid killing kim knew labour landed landing larger launche launching lawyer
        leadership league leave leaving legal letter limit limited link linked loan location longer looked los
        losse love lower ltd majority maker managed management mar martin mass match maybe meant meanwhile
        medical meet message met mid middle mike mind missile missing mission mobile model moon moved movement
        movie moving multiple nasa nearby negotiation network newsletter newspaper nor normal northern noted
        nothing nuclear ocean offered offering often onto opened opening operating operator opportunity option
        orbit organization original outstanding overall oversea owned owner pacific page paid pair paper parent
        pari park particularly partie partner pass passed paul payment peace percent perhap piece pilot plane
        planet planned planning playing please plu poor potential pound pre prepared present pretty prevent
        private probably process produce produced producer production programme progress project promised
        proposal proposed protect protection protest prove provided purchase purpose push pyongyang qtr quality
        quite rain raise raised rather reach reaching reading ready reality receive recovery redistributed
        reduce reform regime regular related relationship relative remained removed reportedly reporting
        represent representative request require reserve reserved resident resolution resource respond responded
        responsibility responsible rest returned reveal revenue review rewritten richard rising rival road robot
        rock role room round rule running russia russian san sanction save saving scheduled school science
        scientist score screen sea search seat secretary sector secure securitie seeing seek seeking seem seemed
        select self selling send sense separate seriously setting shared shareholder sharp ship shooting shortly
        showing shown shr signed significant simply singer size sky smartphone smith society software sold
        soldier solution someone sometime song sort sound southern speak speaking speech speed spend spending
        spent split spokeswoman spot staff stake standard standing starting stated station stay store storie
        straight strike student study subject subscribe subscribing subsidiary success successful suffered
        suggest suggested summer sun super sure table talking tech tell tension themselve threatened threatening
        throughout tie title tokyo ton tough town track train training transaction transfer travel trial tried
        trip truck true trust tweeted twice ultimately un updated urged usually vehicle version vice victory
        visit voice vote vs walk wall wanted warned warning wasn watch watching water weapon weather weekend
        western white whole whom whose wide widely wife william window winner winning woman word worked
        yesterday zone
        """
}
