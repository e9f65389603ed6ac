"""Places as datelines write them: cities that stand alone, countries, and the states and provinces after a city's name.

Cities: those that news style guides let stand without a country or state, and the world's capitals. Countries: the
common English names. States: names, postal and newspaper abbreviations.
"""

from __future__ import annotations


def _names(lines: str) -> frozenset[str]:
    return frozenset(name.strip().upper() for name in lines.replace("\n", " ").split("/") if name.strip())


CITIES = _names(
    """
    Atlanta/Baltimore/Boston/Chicago/Cincinnati/Cleveland/Dallas/Denver/Detroit/Honolulu/Houston/Indianapolis/Las Vegas/
    Los Angeles/Miami/Milwaukee/Minneapolis/New Orleans/New York/New York City/Oklahoma City/Philadelphia/Phoenix/
    Pittsburgh/St. Louis/Salt Lake City/San Antonio/San Diego/San Francisco/Seattle/Washington/Washington, D.C./
    Washington D.C./Washington DC/United Nations/
    Abu Dhabi/Abuja/Accra/Addis Ababa/Aden/Aleppo/Algiers/Amman/Amsterdam/Ankara/Antananarivo/Ashgabat/Asmara/Astana/
    Asuncion/Athens/Auckland/Baghdad/Bahrain/Baku/Bamako/Bangkok/Bangui/Barcelona/Basra/Beijing/Beirut/Belfast/Belgrade/
    Bengaluru/Berlin/Bern/Bishkek/Bissau/Bogota/Bogotá/Bonn/Brasilia/Bratislava/Brazzaville/Bridgetown/Brussels/
    Bucharest/Budapest/Buenos Aires/Bujumbura/Cairo/Calcutta/Canberra/Cape Town/Caracas/Chennai/Colombo/Conakry/
    Copenhagen/Dakar/Damascus/Dar es Salaam/Delhi/Dhaka/Djibouti/Doha/Donetsk/Dubai/Dublin/Dushanbe/Edinburgh/Erbil/
    Frankfurt/Freetown/Gaborone/Gaza/Gaza City/Geneva/Georgetown/Gibraltar/Glasgow/Guatemala City/The Hague/Hamburg/Hanoi/
    Harare/Havana/Helsinki/Ho Chi Minh City/Hong Kong/Hyderabad/Islamabad/Istanbul/Jakarta/Jeddah/Jerusalem/Johannesburg/
    Juba/Kabul/Kampala/Karachi/Kathmandu/Kharkiv/Khartoum/Kherson/Kiev/Kigali/Kingston/Kinshasa/Kolkata/Kuala Lumpur/
    Kuwait City/Kyiv/La Paz/Lagos/Lahore/Libreville/Lilongwe/Lima/Lisbon/Ljubljana/Lome/London/Luanda/Lusaka/Luxembourg/
    Lviv/Lyon/Macau/Madrid/Managua/Manila/Maputo/Marseille/Melbourne/Mexico City/Milan/Minsk/Mogadishu/Monaco/Monrovia/
    Montevideo/Montreal/Moscow/Mosul/Mumbai/Munich/Muscat/Nairobi/Nassau/New Delhi/Niamey/Nicosia/Nouakchott/Oslo/Ottawa/
    Ouagadougou/Panama City/Paris/Peshawar/Phnom Penh/Port-au-Prince/Port Moresby/Port of Spain/Prague/Pretoria/Pristina/
    Pyongyang/Quebec City/Quito/Ramallah/Rangoon/Reykjavik/Riga/Rio de Janeiro/Riyadh/Rome/Rotterdam/San Jose/San Juan/
    San Salvador/Sanaa/Santiago/Santo Domingo/Sao Paulo/São Paulo/Sarajevo/Seoul/Shanghai/Singapore/Skopje/Sofia/
    Stockholm/Strasbourg/Sydney/Taipei/Tallinn/Tashkent/Tbilisi/Tegucigalpa/Tehran/Tel Aviv/Tirana/Tokyo/Toronto/Tripoli/
    Tunis/Ulaanbaatar/Vancouver/Vatican City/Vienna/Vientiane/Vilnius/Warsaw/Wellington/Windhoek/Yangon/Yaounde/Yerevan/
    Zagreb/Zurich
    """
)
COUNTRIES = _names(
    """
    Afghanistan/Albania/Algeria/Andorra/Angola/Argentina/Armenia/Australia/Austria/Azerbaijan/Bahamas/Bahrain/Bangladesh/
    Barbados/Belarus/Belgium/Belize/Benin/Bhutan/Bolivia/Bosnia/Bosnia-Herzegovina/Bosnia and Herzegovina/Botswana/Brazil/
    Brunei/Bulgaria/Burkina Faso/Burundi/Cambodia/Cameroon/Canada/Cape Verde/Central African Republic/Chad/Chile/China/
    Colombia/Comoros/Congo/Costa Rica/Croatia/Cuba/Cyprus/Czech Republic/Czechia/Denmark/Djibouti/Dominica/
    Dominican Republic/East Timor/Ecuador/Egypt/El Salvador/England/Equatorial Guinea/Eritrea/Estonia/Eswatini/Ethiopia/
    Fiji/Finland/France/Gabon/Gambia/Gaza/Gaza Strip/Georgia/Germany/Ghana/Greece/Grenada/Guatemala/Guinea/Guinea-Bissau/
    Guyana/Haiti/Honduras/Hungary/Iceland/India/Indonesia/Iran/Iraq/Ireland/Israel/Italy/Ivory Coast/Jamaica/Japan/Jordan/
    Kazakhstan/Kenya/Kiribati/Kosovo/Kuwait/Kyrgyzstan/Laos/Latvia/Lebanon/Lesotho/Liberia/Libya/Liechtenstein/Lithuania/
    Luxembourg/Madagascar/Malawi/Malaysia/Maldives/Mali/Malta/Mauritania/Mauritius/Mexico/Moldova/Monaco/Mongolia/
    Montenegro/Morocco/Mozambique/Myanmar/Namibia/Nauru/Nepal/Netherlands/New Zealand/Nicaragua/Niger/Nigeria/North Korea/
    North Macedonia/Northern Ireland/Norway/Oman/Pakistan/Palau/Palestine/Panama/Papua New Guinea/Paraguay/Peru/
    Philippines/Poland/Portugal/Puerto Rico/Qatar/Romania/Russia/Rwanda/Samoa/Saudi Arabia/Scotland/Senegal/Serbia/
    Seychelles/Sierra Leone/Singapore/Slovakia/Slovenia/Solomon Islands/Somalia/South Africa/South Korea/South Sudan/Spain/
    Sri Lanka/Sudan/Suriname/Swaziland/Sweden/Switzerland/Syria/Taiwan/Tajikistan/Tanzania/Thailand/Timor-Leste/Togo/Tonga/
    Trinidad and Tobago/Tunisia/Turkey/Türkiye/Turkmenistan/Tuvalu/U.A.E./UAE/UK/U.K./U.S./US/USA/Uganda/Ukraine/
    United Arab Emirates/United Kingdom/United States/Uruguay/Uzbekistan/Vanuatu/Vatican/Venezuela/Vietnam/Wales/West Bank/
    Western Sahara/Yemen/Zambia/Zimbabwe
    """
)
STATES = _names(
    """
    Alabama/Ala./AL/Alaska/AK/Arizona/Ariz./AZ/Arkansas/Ark./AR/California/Calif./CA/Colorado/Colo./CO/Connecticut/Conn./CT/
    Delaware/Del./DE/Florida/Fla./FL/Georgia/Ga./GA/Hawaii/HI/Idaho/ID/Illinois/Ill./IL/Indiana/Ind./IN/Iowa/IA/Kansas/
    Kan./KS/Kentucky/Ky./KY/Louisiana/La./LA/Maine/ME/Maryland/Md./MD/Massachusetts/Mass./MA/Michigan/Mich./MI/Minnesota/
    Minn./MN/Mississippi/Miss./MS/Missouri/Mo./MO/Montana/Mont./MT/Nebraska/Neb./NE/Nevada/Nev./NV/New Hampshire/N.H./NH/
    New Jersey/N.J./NJ/New Mexico/N.M./NM/New York/N.Y./NY/North Carolina/N.C./NC/North Dakota/N.D./ND/Ohio/OH/Oklahoma/
    Okla./OK/Oregon/Ore./OR/Pennsylvania/Pa./PA/Rhode Island/R.I./RI/South Carolina/S.C./SC/South Dakota/S.D./SD/Tennessee/
    Tenn./TN/Texas/Tex./TX/Utah/UT/Vermont/Vt./VT/Virginia/Va./VA/Washington/Wash./WA/West Virginia/W.Va./W. Va./WV/
    Wisconsin/Wis./WI/Wyoming/Wyo./WY/D.C./DC/Ontario/Ont./Quebec/Que./British Columbia/B.C./Alberta/Alta./Manitoba/Man./
    Saskatchewan/Sask./Nova Scotia/N.S./New Brunswick/N.B./Newfoundland/New South Wales/Victoria/Queensland/Kashmir
    """
)
REGIONS = COUNTRIES | STATES
