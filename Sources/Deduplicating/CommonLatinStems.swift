/// Stems of words in Latin letters that many articles bear.
///
/// Counted over 4,000 English news articles of 1987 to 2018; the French ones are function words.
enum CommonLatinStems {
    /// In 15 of 100 articles or more.
    static let everywhere = """
        about add after ainsi all alor also an and ans apr are as at aussi aux avait avant avec avoir bank be been
        billion but by ces cett co comm compani contr corp could deja depuis deu dlr dont ell encor end entr est etait
        ete etr expect fait first for from had has hav he ils in inc includ increas is it its last les leur lor mais
        market may mem mln month mor new no not nous of on one ont or other over pas pct plan pour pric que qui reuter
        said sal selon ses shar sont stock than that the their they this thre tim to told tous tout trad two une up
        vous was we wer which will with would year
        """

    /// In about 10.8 of 100 articles.
    static let constant = """
        against agreement american announc any april back bas becaus befor being between board both business buy call
        can capital chairman clos common continu countri credit cts current cut day debt declin did dollar down due
        during earlier economic exchang export februari financ financial firm fiv follow foreign four fund further
        general get government group help high his hold however if industri interest international into investment
        issu januari lead level loss ltd mad major mak march meet minister most mov national need net next now offer
        official oil onli open operation out own part per period president product profit quarter rais rat record
        remain report result ris say securiti see sell servic set should show sinc six so som spokesman start stat
        statement still such system tak tax term ther through today total under unit week well when whil who work
        world
        """

    /// In about 5.8 of 100 articles.
    static let frequent = """
        accord account acquir acquisition action agenci ago agreed allow alreadi although amount analyst annual
        another approv area around ask asset association availabl averag basis becom begin believ bid bond cash
        central chang charg chief cnn com comment commission committe compar complet concern consider contract control
        cost currenci currentli dat deal december decision demand department despit develop development director do
        domestic don drop each earli earn economi eight estimat european even executiv fac fall far federal fell figur
        fil forc form franc full futur gain giv given go going good growth half held her higher hop hous import
        investor japan japanes juli jun just largest later less lik likeli limit lin loan local london long look low
        lower management manager mani mark member money much nam nation news nin non number off offic operat order our
        outstand pay payment peopl plac point polici position previous previousli problem produc production program
        propos proposal provid public purchas put qtr reach receiv recent reduc reserv return rev right ros rul run
        sam second seek seen senior september seven several shareholder short shr sign sold sourc subsidiari support
        talk them then thes think third thos tonn union united until us use used valu veri vs want way west what wher
        win yesterday york
        """

    /// In about 3.6 of 100 articles.
    static let common = """
        abl abov act activiti addition additional administration affect again agricultur ahead aid aim almost america
        among appear approval attempt balanc bbc below benefit best better bill boost bought bring britain british
        budget build cam canada canadian car carri cas caus certain citi claim clear commercial communiti computer
        condition conferenc consumer corporat council court cover creat customer data dealer decid deficit deposit
        design detail discuss dividend division does effect effectiv effort energi england enough enter equiti europ
        exclud exist extend faciliti fail few final find fiscal forecast former found fourth fre friday gam gas gav
        german germani grow head him hit holder hom hour how important improv incom industrial insuranc intend involv
        job john joint keep key larg lat latest launch law leader least led lif list littl liv main maintain manag
        manufactur mean measur merger might million ministri monday morn mr must near negotiation north october
        officer old option output paid paper parti past performanc plant play plc poor possibl post power prefer
        present press pressur prim privat proceed process producer project question rang re reagan real recentli
        reflect relat releas reporter represent requir research resourc revenu sav schedul secretari sector seri she
        sid situation small south special spend stak standard step stg stop strong subject suppli surplus taken target
        technologi test tokyo too took top trader transaction treasuri tri trust turn uk ventur vic view vot
        washington whether within without won worth yen yet you
        """

    /// In about 2.2 of 100 articles.
    static let usual = """
        accept achiev across adjust advanc ag agre air airlin along announcement anti appeal appli application argu
        associat attack august australia australian authoriti avg avoid award away banker barrel began behind big
        biggest book borrow brazil break brother cannot capaciti cent centr chanc china cit combin commitment
        commoditi compet competition confirm congress convertibl corporation coupon creditor crisis crop crud daili
        damag david de debentur declar delay deliveri deni different difficult direct disclos discount discussion
        distribution doing doubl driv east ec economist either election electric electronic employe encourag equipment
        especialli establish ever everi exceed expand expansion experienc exporter express fact factor famili farm
        fear fee feel field fight film fix flow focus food french global gold got grain grant great greater gulf hand
        happen hard heavi hug idea immediateli impact improvement independent index indicat individual inflation
        information initial instead institution interview introduc itself james join know known labour leav left legal
        lend letter light link longer los lost lot mainli majoriti maker match material matter me media met michael
        mid min minut monetari motor mth my natural nearli negotiat network never night november onc oper opportuniti
        organisation original overall oversea packag pact paris particularli partli partner pass paul payabl personal
        petroleum player plus political possibiliti potential pre predict prepar principal prior probabli programm
        progress promis properti prospect protection provision push qualiti quot rather realli reason reduction reform
        refus region reject replac representativ request requirement respons rest restructur review revis richard risk
        robert rol saw season seem senat serv session sharp sharpli ship shipment significant similar singl siz
        slightli soon staff stag star statistic steel stor street strik studi subordinat substantial success suffer
        suggest summer sunday suspend takeover team telephon television tender texas thing though thought together
        tomorrow totall toward transfer try tuesday unchang urg using volum war warn wednesday weekend went western
        wheat whit william worker yield
        """

    /// In about 1.4 of 100 articles.
    static let familiar = """
        abiliti access activ admit adopt affair africa african afternoon agricultural aircraft alleg alternativ alway
        am anticipat anyth approach arm asian assistanc assum baker ban band bankruptci battl beyond bit black block
        bodi boston brazilian broker brought brown buyer california campaign certificat challeng champion charl
        chemical chicago class club coast commerc communication competitiv complaint compris conduct confidenc
        confident connection conservativ construction consumption contain contribut controll conversion convert
        cooperation corn coupl cours cup defend deliver democrat depend describ determin digital discontinu disput
        distribut district downgrad draw drug duti eas effectiveli emerg engineer ensur enterpris equal equivalent
        eurobond event exercis expectation expens expir explain exploration extra extraordinari failur fan farmer fast
        favour featur feb fed finish fir forward fuel fulli generalli generat georg giant goal gon grad gross ground
        guarante halt handl health hear highest identifi immediat impos initialli initiativ injuri insist institut
        intent intervention invest iran iraq itali jan kind lack land largeli larger latin legislation let lift man
        manufacturer margin massiv maturiti meanwhil medium merg metal middl mil militari minimum miss model monthli
        moodi morgan movement music necessari newspaper normal northern obtain offset operator oppos opposition
        organization outlook outsid owner ownership pacific par parent parliament partnership pend percentag permit
        pick pledg poll positiv pound practic premium prevent primari principl protect prov publish pull purpos
        quarterli quickli quit quota radio readi recover recoveri refer regard register registration regular
        regulatori repurchas resolv respectiveli respond resum retail retain rival room round row saturday schem secur
        send sent separat serious settl settlement shift simpli sit slow social softwar someth sought southern soviet
        speak specific speculation speed spent split sport spot stabiliti stand stay steadi stimulat stori strategi
        strength strengthen structur submit subsidi substantialli succeed successful sugar suit sur surpris swiss
        tariff technical tell themselv threaten throughout thursday titl ton tough trend troubl turnover tv understand
        underwrit underwriter unless unlikeli unveil usda user utiliti various ve version via victori video visit wait
        wall warrant watch water weak weather websit weekli welcom whol whos why wid worldwid worri your
        """

    /// In about 1 of 100 articles.
    static let occasional = """
        abroad accus actualli address adjustment advantag advertis advis adviser affiliat alan alli alon amid angel
        answer appropriat approximateli argentin arrang arrangement arriv asia attend attention auction authoriz auto
        bad bancorp bar basic bear beat becam begun bell blair blam bonus boss box branch brand brief broad broadcast
        broken brokerag built burden bureau buyout cabinet cabl calendar callabl card career carryforward ccc center
        certainli chancellor channel chapter check children chines chip choic civil clearli client closeli coach coal
        cod coffe collaps commit complain completion component concentrat concession conclud congressional
        consideration consist consolidat consortium content continental contribution convinc copi copper counter
        counti critic critical criticis criticism cross crucial cumulativ curb danger death debat dec decad decreas
        deep defenc defens definitiv delegat democratic denomination depress deputi des devic didn died differenc
        difficulti dilut direction directli disappoint disaster distanc distributor document dominat door doubt dougla
        draft drill dutch easier eastern edg education elect element eliminat emergenci employ enabl engin enhanc
        enjoy entertainment entir entitl environmental estat euro eventualli everyon everyth evidenc exampl excess
        expenditur expert explor external fair fallen faster federation feed felt fin fit flight float football ford
        formal fresh friend front fundamental gap gm gmt goe goldman gordon governor grand green grew guaranteed
        headquarter highli histori hong host howard human hundr hurt imbalanc imf implement incentiv increasingli
        india indian indication injur institutional instrument intention interbank internal interven introduction
        inventori investigat investigation iranian ireland irish island italian item jointli jon jos judg jump kept
        kill km kong korea la lawsuit lawyer leas lehman leverag liabiliti liberal licens liquiditi locat luxembourg
        lynch machin mail martin matur maximum meant medical men merchant merrill messag mexico mill mind mineral
        minoriti minus missil mix mobil moderat modest moment monitor mortgag mount movi narrow negativ neither newli
        nor noth obligation occur often olympic onlin opinion optimistic ore originalli ounc outcom overnight pac
        panel park participant participat particular pc peak pension perform person peter phas philippin phon pictur
        pipelin placement polic popular port portion possibli preliminari presenc pretax primarili privateli
        professional profitabl prohibit promot prompt protest pursu rac rain rank react reaction read recommend
        recommendation red redeem refin refinanc regional regulation regulator relation relationship relativeli reli
        relief remark remov renew reorganization repay repayment repeat replacement repli republic reschedul resign
        respect responsibiliti responsibl restor retir reveal risen road roger roll rout royal sach salomon san saudi
        scal school scor screen sea seasonalli seat sec section select semi semiconductor sens separateli sever
        shearson sheet shop shortag shortfall shown signal significantli silver slid smaller smith soft solution sort
        sound soybean spac spain spark specifi speech spokeswoman spread spring st stabiliz stabl station status stem
        sterl stockholder stood storag strategic stress stronger strongli struggl subcommitte surg survey suspension
        sustain switch tabl tackl taiwan tap telecom telecommunication temperatur temporari thousand threat tie toni
        tool tori touch track traditional train transport trial trigger tru truck twic typ unabl uncertainti undisclos
        unemployment universiti upgrad upon upward vehicl virtualli voic wag wales weight wholli wideli winner winter
        word writ written wrong young zealand zero
        """

    /// In about 0.6 of 100 articles.
    static let seldom = """
        ab abandon absoluteli abus accelerat acceptanc accru acknowledg acr actor actual advisori aerospac age agenda
        agent aggressiv al album allegation allianc ambition amendment analysis andi andrew angri annualli anyon
        apparent apparentli appearanc appoint appreciation arab arabia argentina armi arrest asid assembli assess
        assessment assist assistant assur athen athlet atlantic attorney attract attribut audienc automotiv autumn
        awar ba badli bag ball banqu barley barrier beef behalf belgian bidder bigger bilateral birmingham blu boe
        boom border borrower bottom bpd breach brian bridg brok buffer bulk bundesbank burnham bush bushel businessmen
        calculat calm camera candidat cap capabiliti careful cargo carlo carrier cast categori caution ceil cereal
        chamber championship character chart charter chas cheap cheaper chelsea choos chosen christian christma
        chrysler circuit circumstanc citibank citicorp citizen clash clean climat climb closer closur cocoa cold
        colleagu columbia combat combination command comparabl comparison compatibl competitiveness competitor
        completeli complex compli compromis concert confirmation conflict connect consecutiv consultant contact
        contractor contrast controversial cool cooperat coordinat cop cor correct cotton count creation criminal crowd
        crown ct cubic custom dan davis dead deadlin debtor debut defeat degre demonstrat denominat depreciation
        deregulation desir destroy deutsch die dip diplomat disappear discover discoveri dismiss display disposal div
        diversifi divid doctor doesn dow download downturn downward drain dramatic drawn drexel driven dry du easi
        easili edward efficienci efficient eighth elaborat electriciti elsewher employer employment endors enforc
        engag english enhancement entireli entri environment et evaluat ex exactli examin excellent except excessiv
        exchequer execut expensiv exposur extension extensiv extent extremeli factori familiar favor favourabl
        favourit feet fellow fifth fill finalli flat flexibiliti fli floor florida foot forest formalli formerli fort
        foster foundation founder fox francisco frank fraud freez friction frozen function gather gatt gdp generation
        golden graphic grower grown guilder guilti guy hall happi harm harri harvest healthi heard heart heat heavili
        henri highlight hill himself hir holiday honour hospital hotel houston hugh ibm ignor illegal illinois imag
        impli implication importanc impossibl incorporat incur indeed indicator indonesia indonesian influenc inform
        injunction inquiri insid insider install insur integrat inter interim internet interstat invit iron issuanc
        jack jail jet johnson journalist justic kansa keen kick kilo king kuwait label labor laboratori lak lambert
        languag lay lbs leadership leagu learn lender levi licenc litigation ll lloyd load location lord louis
        louisiana lov lowest machineri maiz malaysia manchester manhattan marin mass mayb mcdonnell md mechanism
        membership memori mention mer mercantil method mik milk mission mitsubishi modifi moratorium moscow mostli
        motion mountain mps ms multi multilateral mutual nakason nasdaq nationwid navi nearbi necessarili netherland
        nigel nil nippon nominal nominat nomination normalli notic nuclear nv object objectiv obviousli oct offshor
        ohio ongo onto opec ordinari origin oscar otherwis outlin owed pa pag parliamentari partialli participation
        passenger patent pattern payout pcs penalti pennsylvania perhap permanent personnel petition pharmaceutical
        philip physical piec pilot pioneer plung politician pop population portfolio postpon powerful prais
        premiership preparation presidential pretti print prioriti priz prob procedur processor proper protectionist
        provinc pump qualifi quick quiet ralli ran rapid rapidli ratio raw realis realiti realiz reasonabl rebound
        receipt recession recognis redemption referenc refineri regulat relativ remainder remember reopen republican
        resist resistanc resolution resort restat restaurant restrict restriction retailer retaliation retirement
        revers revision ric rich ring rio river rock rumor rumour russian sa safeti sanction satisfactori satisfi
        scandal scienc scotland scott scrap search secret self seller sen senator sentiment sept seriousli shap shell
        shock shortli shot shut sight simpl singapor singer sir sixth slight slip slower sluggish slump soar societi
        sol solid solv someon sometim son song soni spa speculativ spirit squar stabilis stadium stanc stanley stephen
        ston straight struck styl subscription subsequent successfulli sufficient suggestion sum summit supplier
        supporter surround surviv suspect swap sweden swedish switzerland syndicat tactic tanker task techniqu
        telegraph ten tension terminal texaco textil thank therefor thoma throw thus tight tighten tip tom toronto
        tour town traffic tranch transportation travel treat treatment trillion trim trip tripl troop ultimateli
        underli undertak underway underwritten unfair unusual usa ussr usual usualli van vari varieti venezuela versus
        vessel victim viewer violat virus vital volcker wak walk ward warehous wast wav weaken weaker weakness weapon
        web whatever wholesal widen wider widespread wireless wish withdraw withdrawn withdrew woman women wood
        workforc wors worst wouldn wound yasuhiro zon
        """
}
