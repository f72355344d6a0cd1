package language

import "testing"

func TestOfText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"German", "Die Elbe ist ein Fluss in Mitteleuropa, der in Tschechien entspringt und durch Deutschland fließt. Sie mündet bei Cuxhaven in die Nordsee und wurde im Mittelalter für den Handel genutzt.", "de"},
		{"English", "The Elbe is a river in Central Europe which rises in the mountains of the north. It flows through two countries and was used for trade by the towns on its banks.", "en"},
		{"French", "Le fleuve est une voie de navigation dans le nord, qui traverse les villes et les plaines. Il a été aménagé par les habitants pour le commerce avec la côte.", "fr"},
		{"Spanish", "El río nace en las montañas del norte y desemboca en el mar. Fue usado por los comerciantes para llevar la sal entre las ciudades de la costa, desde donde se vendía.", "es"},
		{"Portuguese", "O rio nasce na serra e não é navegável em todo o ano. Também foi usado pelos comerciantes do norte para levar o sal das salinas ao mar, em barcos que são pequenos.", "pt"},
		{"Italian", "Il fiume nasce nelle montagne del nord ed è navigabile per gran parte della sua lunghezza. Le città che sono sulle rive furono fondate dal popolo degli Etruschi, anche se gli storici non concordano.", "it"},
		{"Dutch", "De rivier ontspringt in het gebergte en mondt uit in zee. Het water werd vroeger ook voor de handel gebruikt, wat niet overal met een brug mogelijk is.", "nl"},
		{"Swedish", "Floden är en av de längsta och det finns inte många broar. Den har använts för handel till och från staden, som även är en hamn.", "sv"},
		{"Norwegian, not Danish", "Elven er en av de lengste og ble brukt til handel mellom byene. Det er også en havn ved kysten, men den ble ikke brukt etter krigen.", "nb"},
		{"Finnish", "Joki on maan pisin ja se oli tärkeä kauppatie, joka tunnettiin myös nimellä Suurjoki. Sen varrella ovat kaupungit, mutta ei siltoja, sekä yksi satama.", "fi"},
		{"Hungarian", "A folyó az ország északi részén ered, és a tengerbe ömlik. Ez volt a kereskedelem egyik útja, de nem hajózható, mint a többi, hogy több híd is van.", "hu"},
		{"Czech, not Slovak", "Řeka pramení na severu a ústí do moře, které je blízko. Byla také cestou pro obchod, který se rozvíjel od středověku, však až po válce se stala hranicí.", "cs"},
		{"Polish", "Rzeka jest najdłuższa w kraju, nie jest jednak żeglowna. Został zbudowany most, który był używany przez kupców oraz rybaków, a także dla wojska, od roku 1850.", "pl"},
		{"Turkish", "Nehir kuzeyde doğar ve denize dökülür. Bu nehir için bir köprü yapıldı ve daha sonra ticaret yolu olarak kullanıldı, çok uzun olan nehir ile gibi.", "tr"},
		{"Vietnamese", "Sông này là một trong các con sông dài nhất của cả nước và được dùng cho giao thương với những tỉnh ở phía bắc, người dân tại đây đã xây cầu.", "vi"},
		{"Russian, not Ukrainian", "Река начинается на севере и впадает в море. Она была торговым путём, который использовался не только для рыболовства, но и для перевозок, до войны, по которой как от того.", "ru"},
		{"Ukrainian, not Russian", "Річка є однією з найдовших у країні та впадає в море. Вона також була шляхом, що використовувався для торгівлі від давніх часів до війни, як під час миру.", "uk"},
		{"Chinese", "长江是亚洲第一长河和世界第三长河,也是世界上完全在一国境内的最长河流。", "zh"},
		{"Japanese", "利根川は、関東地方を流れる一級河川で、首都圏の水源として重要な役割を担っている。", "ja"},
		{"Korean", "한강은 한반도의 중부를 흐르는 강으로 서해로 흘러든다. 길이는 494킬로미터이다.", "ko"},
		{"Greek", "Ο ποταμός πηγάζει από τα βουνά και εκβάλλει στη θάλασσα.", "el"},
		{"Hindi", "यह नदी उत्तर में निकलती है और समुद्र में मिलती है। इसकी लंबाई बहुत है।", "hi"},
		{"namespaces", "{|\n| 1 || 2\n|}\n[[Datei:A.jpg]]\n[[Kategorie:Fluss in Europa]]\n[[Kategorie:Grenzfluss]]\nDer Fluss ist lang und die Quelle", "de"},

		{"too little", "Die Elbe", ""},
		{"numbers", "| 1 | 2 | 3 |\n| 4 | 5 | 6 |", ""},
		{"one word only", "der der der der der der der der der der", ""},
		{"names of many languages", "Der Spiegel, Le Monde, El País, La Repubblica, The Times, De Telegraaf", ""},
		{"some Greek letters", "The values α, β and γ are the angles of a triangle, which has three of them in all; this was shown by Euclid.", "en"},
		{"some Chinese names", "The river (长江) is the longest in the country (中国), and was used for trade by the towns on its banks. It flows from the west.", "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := OfText(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOfURL(t *testing.T) {
	for address, want := range map[string]string{
		"https://de.wikipedia.org/wiki/Elbe":        "de",
		"https://de.m.wikipedia.org/wiki/Elbe":      "de",
		"//pt.wiktionary.org/wiki/rio":              "pt",
		"https://simple.wikipedia.org/wiki/Elbe":    "en",
		"https://no.wikipedia.org/wiki/Elbe":        "nb",
		"https://zh-yue.wikipedia.org/wiki/X":       "yue",
		"https://www.wikipedia.org/":                "",
		"https://commons.wikimedia.org/wiki/File:A": "",
		"https://de.example.org/wiki/Elbe":          "",
		"https://de.wikipedia.org.example.invalid/": "",
		"de.wikipedia.org/wiki/Elbe":                "",
		"rivers/de.wikipedia.org.txt":               "",
	} {
		if got := OfURL(address); got != want {
			t.Errorf("%s is %q, want %q", address, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for tag, want := range map[string]string{"de": "de", "pt-br": "pt-BR", " EN-us ": "en-US", "": "", "not a tag": "", "und": ""} {
		if got := Clean(tag); got != want {
			t.Errorf("%q is %q, want %q", tag, got, want)
		}
	}
}
