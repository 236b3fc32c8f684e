"""Hard names in short contexts: the text, the name in it, and the place it means or "-" where it is no place.

Columns: text | name | gazetteer's name | first-order division | ISO code | kind; an empty column is not checked.
"""

CASES = """
# Containment behind a comma
A fire broke out in Portland, Maine, on Monday. | Portland | Portland | Maine | USA | city
A fire broke out in Portland, Ore., on Monday. | Portland | Portland | Oregon | USA | city
She was born in Columbia, S.C., in 1950. | Columbia | Columbia | South Carolina | USA | city
She was born in Columbia, S.C., in 1950. | S.C. | South Carolina | South Carolina | USA | region
Police in Paris, Texas, arrested two men. | Paris | Paris | Texas | USA | city
Police in Athens, Ga., arrested two men. | Athens | Athens | Georgia | USA | city
A plant in Moscow, Idaho, will close. | Moscow | Moscow | Idaho | USA | city
He moved to Birmingham, Ala., last year. | Birmingham | Birmingham | Alabama | USA | city
He moved to London, Ontario, last year. | London | London | Ontario | CAN | city
The trial opened in Hartford, CT. | Hartford | Hartford | Connecticut | USA | city
The trial opened in Hartford, CT. | CT | Connecticut | Connecticut | USA | region
A school in Newtown, Connecticut, was evacuated. | Newtown | Newtown | Connecticut | USA | city
Crews searched near Springfield, Mo., overnight. | Springfield | Springfield | Missouri | USA | city
Crews searched near Springfield, Ill., overnight. | Springfield | Springfield | Illinois | USA | city
The bus left Cambridge, Mass., at noon. | Cambridge | Cambridge | Massachusetts | USA | city
Two died in Tripoli, Lebanon, on Friday. | Tripoli | Tripoli | | LBN | city
Two died in San Jose, Costa Rica, on Friday. | San Jose | San José | | CRI | city
Shots were fired in Georgetown, Guyana, on Friday. | Georgetown | Georgetown | | GUY | city
A man from Alexandria, Egypt, was detained. | Alexandria | Alexandria | | EGY | city
A man from Valencia, Venezuela, was detained. | Valencia | Valencia | | VEN | city
He lives in Vancouver, Wash., with his wife. | Vancouver | Vancouver | Washington | USA | city
A blast hit Hyderabad, Pakistan, at dawn. | Hyderabad | Hyderabad | Sindh | PAK | city
It happened in Cordoba, Argentina, in May. | Cordoba | Córdoba | | ARG | city
The typhoon hit Taiwan, China and Vietnam in July. | Taiwan | Taiwan | | TWN | country
A plant in Georgia, United States, will close. | Georgia | Georgia | Georgia | USA | region
# Places that the gazetteer lacks, in what is said to hold them
Raiders burned Tolune village, in the Artibonite region, it said in Geneva. | Tolune | Tolune | Artibonite | HTI | city
Gunmen stormed the village of al-Zurwa in Gezira state. | al-Zurwa | al-Zurwa | Al Jazirah | SDN | city
A school in Torkulam town was attacked, said the governor of Kaduna in Nigeria. | Torkulam | Torkulam | | NGA | city
The Torkulam town council met in Kaduna, Nigeria. | Torkulam | -
# Other places of the article
Floods hit Manchester and Nashua in New Hampshire. | Manchester | Manchester | New Hampshire | USA | city
Trains between Manchester, Leeds and Liverpool were late. | Manchester | Manchester | England | GBR | city
The road from Naples to Fort Myers in Florida was shut. | Naples | Naples | Florida | USA | city
Ferries from Naples to Palermo and Capri in Italy were late. | Naples | Naples | | ITA | city
In Ohio, schools in Dublin, Columbus and Westerville closed. | Dublin | Dublin | Ohio | USA | city
Protests were held in Dublin, Cork and Galway. | Dublin | Dublin | | IRL | city
Storms struck Richmond, Norfolk and Roanoke in Virginia. | Richmond | Richmond | Virginia | USA | city
In Tennessee, the mayor of Memphis met the mayor of Nashville. | Memphis | Memphis | Tennessee | USA | city
Shelling hit Izium and Kharkiv in Ukraine. | Izium | Izyum | | UKR | city
The envoy to Greece said in Athens that Maine and Iowa would send help. | Athens | Athens | | GRC |
Officials in London, Ottawa and Washington objected. | London | London | England | GBR | city
The 2021 Atlantic season was long, forecasters in Virginia said. | Atlantic | Atlantic Ocean | | | water
# Countries, states of one name, prominent towns
Russia and Georgia exchanged fire near Tbilisi. | Georgia | Georgia | | GEO | country
Voters in Georgia and Alabama went to the polls. | Georgia | Georgia | Georgia | USA | region
Fighting between Jordan and Syria was reported. | Jordan | Jordan | | JOR | country
A court in Chad convicted the former ruler. | Chad | Chad | | TCD | country
Rebels seized towns in Mali, the army said. | Mali | Mali | | MLI | country
He flew to Washington for talks. | Washington | Washington | District of Columbia | USA | city
A snowstorm closed airports in New York. | New York | New York City | New York | USA | city
He flew to London for talks. | London | London | England | GBR | city
He flew to Paris for talks. | Paris | Paris | | FRA |
Police in Sydney found the car. | Sydney | Sydney | New South Wales | AUS | city
Troops left Niger after the coup. | Niger | Niger | | NER | country
# Variants, transliterations, diacritics, shortened words
Drones struck Kiev overnight. | Kiev | Kyiv | | UKR |
Drones struck Kyiv overnight. | Kyiv | Kyiv | | UKR |
Drones struck Kyyiv overnight. | Kyyiv | Kyiv | | UKR |
Rockets fell on Kharkov overnight. | Kharkov | Kharkiv | | UKR |
Rockets fell on Odessa and Mykolaiv in Ukraine. | Odessa | Odesa | | UKR |
Traffic stopped in St. Louis on Sunday. | St. Louis | St. Louis | Missouri | USA | city
Traffic stopped in Saint Louis on Sunday. | Saint Louis | St. Louis | Missouri | USA | city
Traffic stopped in Ft. Worth on Sunday. | Ft. Worth | Fort Worth | Texas | USA | city
Traffic stopped in Mt. Vernon, N.Y., on Sunday. | Mt. Vernon | Mount Vernon | New York | USA | city
A shooting in Sao Paulo left three dead. | Sao Paulo | São Paulo | | BRA |
A shooting in São Paulo left three dead. | São Paulo | São Paulo | | BRA |
A quake shook Port-au-Prince in Haiti. | Port-au-Prince | Port-au-Prince | | HTI | city
The river rose in Stratford-upon-Avon. | Stratford-upon-Avon | Stratford-upon-Avon | England | GBR | city
Crowds gathered in Peking. | Peking | Beijing | | CHN | city
Gunmen attacked a market in Jos, Nigeria. | Jos | Jos | | NGA | city
A bomb exploded in Mosul, Iraq. | Mosul | Mosul | | IRQ | city
Flights from Ho Chi Minh City were cancelled. | Ho Chi Minh City | Ho Chi Minh City | | VNM | city
Flights to the Ivory Coast were cancelled. | Ivory Coast | Ivory Coast | | CIV | country
He returned to the Czech Republic. | Czech Republic | Czechia | | CZE | country
Soldiers in Burma opened fire. | Burma | Myanmar | | MMR | country
Rome's mayor resigned. | Rome | Rome | | ITA | city
Boston’s mayor resigned. | Boston | Boston | Massachusetts | USA | city
# Abbreviated countries and blocs
The U.S. imposed tariffs on steel. | U.S. | United States | | USA | country
The US imposed tariffs on steel. | US | United States | | USA | country
The UK imposed tariffs on steel. | UK | United Kingdom | | GBR | country
Officials in the UAE denied it. | UAE | United Arab Emirates | | ARE | country
The EU imposed tariffs on steel. | EU | Europe | | | area
# Divisions by the word behind or before them
Shelling in Kharkiv Oblast killed two. | Kharkiv Oblast | Kharkiv | Kharkiv | UKR | region
Shelling in the Kharkiv region killed two. | Kharkiv | Kharkiv | Kharkiv | UKR | region
Drones hit Belgorod Oblast in Russia. | Belgorod Oblast | Belgorod Oblast | Belgorod Oblast | RUS | region
Fighting in Idlib province went on. | Idlib | Idlib | Idlib | SYR | region
Fighting in the province of Idlib went on. | Idlib | Idlib | Idlib | SYR | region
Gunmen in Anbar province fled. | Anbar | Anbar | Anbar | IRQ | region
The governor of Helmand province spoke. | Helmand | Helmand | Helmand | AFG | region
Deputies in Orange County, Calif., searched the home. | Orange County | Orange County | California | USA | district
Deputies in Jefferson County, Colo., came. | Jefferson County | Jefferson County | Colorado | USA | district
Rain fell on Geauga and Medina counties in Ohio. | Geauga | Geauga County | Ohio | USA | district
Rain fell on Geauga and Medina counties in Ohio. | Medina | Medina County | Ohio | USA | district
Police in Washington state made an arrest. | Washington | Washington | Washington | USA | region
A bridge in New York state fell. | New York | New York | New York | USA | region
# Areas and waters, also by hand
Shells fell across the Donbas on Friday. | Donbas | Donbas | | UKR | area
A ship sank in the Azov Sea. | Azov Sea | Sea of Azov | | | water
A ship sank in the Black Sea. | Black Sea | Black Sea | | | water
A meteor burst over the Urals. | Urals | Ural Mountains | | RUS | area
Militias in Darfur burned villages. | Darfur | Darfur | | SDN | area
Rockets hit the Golan Heights. | Golan Heights | Golan Heights | | | area
He toured the Middle East in May. | Middle East | Middle East | | | area
Strikes on the Gaza Strip killed six. | Gaza Strip | Gaza Strip | | PSE |
Raids in the West Bank went on. | West Bank | West Bank | | PSE |
A boat sank in the Mediterranean Sea. | Mediterranean Sea | Mediterranean Sea | | | water
Ice covered Lake Erie in January. | Lake Erie | Lake Erie | | | water
The Danube River burst its banks in Hungary. | Danube River | Danube | | | water
Tankers passed the Strait of Hormuz. | Strait of Hormuz | Strait of Hormuz | | | water
Drought spread across the Sahel. | Sahel | Sahel | | | area
Drought spread across the Horn of Africa. | Horn of Africa | Horn of Africa | | | area
Troops crossed into Kashmir. | Kashmir | Kashmir | | | area
Rebels in Tigray agreed to talks, Ethiopia said. | Tigray | Tigray | Tigray | ETH | region
Lava flowed down Mount Etna on Sunday. | Mount Etna | Mount Etna | | ITA | area
Villages on Mount Merapi were emptied. | Mount Merapi | Mount Merapi | | IDN | area
Migrants landed on Lampedusa. | Lampedusa | Lampedusa | | ITA |
A dam on the Euphrates broke. | Euphrates | Euphrates | | | water
# Adjectives and names of inhabitants
Russian strikes hit the plant. | Russian | Russia | | RUS | adjective
Palestinian officials said so. | Palestinian | Palestine | | PSE | adjective
French police stopped the van. | French | France | | FRA | adjective
South Korean prosecutors said so. | South Korean | South Korea | | KOR | adjective
Two Britons were hurt. | Britons | United Kingdom | | GBR | adjective
Thousands of Syrians fled. | Syrians | Syria | | SYR | adjective
Scottish ministers objected. | Scottish | Scotland | Scotland | GBR | adjective
European leaders met. | European | Europe | | | adjective
Chechen fighters left. | Chechen | Chechnya | Chechnya | RUS | adjective
Saudi jets struck Sanaa. | Saudi | Saudi Arabia | | SAU | adjective
# Organisations and facilities named for a place
The University of Michigan said so. | Michigan | Michigan | Michigan | USA | organisation
Chicago Police Department officers fired. | Chicago | Chicago | Illinois | USA | organisation
He was taken to Boston Medical Center. | Boston | Boston | Massachusetts | USA |
Birmingham City Council met in Birmingham, England. | Birmingham | Birmingham | England | GBR |
Flights at London Heathrow Airport stopped in Britain. | London | London Heathrow Airport | | GBR | facility
A man died on North Station Road in Dayton, Ohio. | North Station Road | North Station Road | Ohio | USA | facility
Shots hit the Elmgrove Apartments in Dayton, Ohio. | Elmgrove Apartments | Elmgrove Apartments | Ohio | USA | facility
# Datelines and capitals
KYIV, Jan. 24 (Reuters) - Two people died. | KYIV | Kyiv | | UKR |
NEW YORK (AP) - Two people died. | NEW YORK | New York City | | USA | city
SPRINGFIELD, Mass. - Two people died. | SPRINGFIELD | Springfield | Massachusetts | USA | city
A CAR BOMB EXPLODED IN BOGOTA, COLOMBIA, AND HURT THREE POLICEMEN. | BOGOTA | Bogotá | | COL |
A CAR BOMB EXPLODED IN BOGOTA, COLOMBIA, AND HURT THREE POLICEMEN. | CAR | -
THE FRONT CLAIMED THE ATTACK IN SAN SALVADOR ON MONDAY. | SAN SALVADOR | San Salvador | | SLV |
THE FRONT CLAIMED THE ATTACK IN SAN SALVADOR ON MONDAY. | FRONT | -
TROOPS OF THE GAMBIA AND SENEGAL MET. | GAMBIA | Gambia | | GMB | country
THE POLICE MADE TWO ARRESTS IN LIMA, PERU. | MADE | -
# Descriptions beside a town
A Dayton man was charged in Ohio. | Dayton | Dayton | Ohio | USA | city
The Minneapolis-based firm closed. | Minneapolis | Minneapolis | Minnesota | USA | city
The city of Homs in Syria was shelled. | Homs | Homs | | SYR |
Residents of downtown Denver fled. | Denver | Denver | Colorado | USA | city
Police in northern Nigeria opened fire. | Nigeria | Nigeria | | NGA | country
Moscow denied it. | Moscow | Moscow | Moscow | RUS | city
# Persons
Paris Hilton arrived late. | Paris | -
Jack London wrote novels. London died young. | London | -
Mr. Jackson said he was home. | Jackson | -
Gov. Mark Sanford and Sen. John Lincoln spoke. Lincoln left early. | Lincoln | -
Chad Smith was arrested on Tuesday. | Chad | -
Michael Jordan retired. | Jordan | -
Jordan Henderson scored twice. | Jordan | -
Brooklyn Beckham smiled. | Brooklyn | -
Police identified him as Austin Davis, 34. | Austin | -
Police identified him as Austin Davis, 34. | Davis | -
Detective Houston testified on Monday. | Houston | -
Ms. Virginia Woolf was there. | Virginia | -
Judge Orlando Garcia ruled. Garcia set bail. | Orlando | -
Hillary Clinton spoke first. Clinton then left. | Clinton | -
Whitney Houston sang. Houston was 48. | Houston | -
Israel Keyes confessed. | Israel | -
Dallas Green was the manager. | Dallas | -
President Abraham Lincoln signed it. | Lincoln | -
Nelson Mandela was freed. | Nelson | -
# Common words, months, compass words, titles, brands
May was a cold month. | May | -
March and April were wet. | March | -
Police said the man fled. | Police | -
Most people left. | Most | -
Of the three, one died. | Of | -
Reading is taught early. | Reading | -
Hope faded on Sunday. | Hope | -
The North won the war. | North | -
Dr. Smith treated them. | Dr | -
Interstate 95 was closed. | Interstate | -
He works for Ford and drives a Lincoln. | Ford | -
The Battle was lost. | Battle | -
Miss Universe was crowned. | Miss | -
It was 5 a.m. OK, he said. | OK | -
In all, five died. | In | -
Or so they thought. | Or | -
NATO sent a team. | NATO | -
# Capitals named by their country
Drones hit Ukraine's capital overnight, officials said. | Ukraine's capital | Kyiv | | UKR | city
Explosions shook the Ukrainian capital overnight. | Ukrainian capital | Kyiv | | UKR | city
Protests spread in Kenya. Shops in the country's capital were shut. | country's capital | Nairobi | | KEN | city
The South Korean capital city was quiet. | South Korean capital city | Seoul | | KOR | city
Rain fell on the Philippines' capital. | Philippines' capital | Manila | | PHL | city
In Ukraine's capital, Kyiv, two people died. | Ukraine's capital | -
The Scottish capital was quiet. | Scottish capital | -
French capital gains rose. | French capital | -
Shops in the country's capital were shut. | country's capital | -
# A town and the division called like it
Drones hit Perm and Belgorod in Russia. | Perm | Perm | Perm Krai | RUS | city
Drones hit Perm and Belgorod in Russia. | Belgorod | Belgorod | Belgorod Oblast | RUS | city
A fire broke out in Bryansk, Russia said. | Bryansk | Bryansk | Bryansk Oblast | RUS | city
Flights to Moscow were cancelled. | Moscow | Moscow | Moscow | RUS | city
Drones hit the Belgorod and Bryansk regions. | Belgorod | Belgorod Oblast | | RUS | region
Drones hit the Kursk and Bryansk border regions. | Kursk | Kursk Oblast | | RUS | region
Drones hit border regions such as Belgorod and Bryansk. | Bryansk | Bryansk Oblast | | RUS | region
Shells fell on the Kyiv region. | Kyiv | Kyiv Oblast | | UKR | region
Fighting in the provinces of Idlib and Aleppo went on. | Aleppo | Aleppo | | SYR | region
Drones struck the Azov Sea port Taganrog. | Taganrog | Taganrog | Rostov | RUS | city
# Names as English news writes them
A train crashed at Tempi in Greece. | Tempi | Tempi | | GRC | area
The train left Larissa, Greece, at night. | Larissa | Larissa | | GRC | city
Dams broke above Derna in Libya. | Derna | Derna | | LBY | city
Aid reached Darnah in Libya. | Darnah | Derna | | LBY | city
Ships left Hodeidah in Yemen. | Hodeidah | Hodeidah | | YEM | city
Shells hit Zaporizhzhia overnight. | Zaporizhzhia | Zaporizhzhia | | UKR | city
Clashes went on in Deir ez-Zor, Syria. | Deir ez-Zor | Deir ez-Zor | | SYR | city
# Saints in capitals, the capital of the United States, cities' short names
ST. LOUIS (KMOX) - Two men were shot. | ST. LOUIS | St. Louis | Missouri | USA | city
ST. PAUL (AP) - Two men were shot in Minneapolis. | ST. PAUL | Saint Paul | Minnesota | USA | city
WASHINGTON, D.C. (AP) - A man was shot. | WASHINGTON, D.C. | Washington | District of Columbia | USA | city
Snow closed two schools in Southeast D.C. this morning. | D.C. | Washington | District of Columbia | USA | city
D.C. police made an arrest. | D.C. | Washington | District of Columbia | USA | city
He moved to DC last year. | DC | Washington | District of Columbia | USA | city
He flew to Philly on Monday. | Philly | Philadelphia | Pennsylvania | USA | city
# Small places far from all that the article tells of, persons, agencies
CHICAGO (AP) - A man was shot. Turner ran away, Chicago police said. | Turner | -
Seattle was calm. Algonquin spoke first, Seattle police said. | Algonquin | -
By Hanna Brook, Staff Writer | Hanna | -
ATHENS (Meridian Wire) - A train crashed in Greece. | Meridian | -
ATHENS (Meridian Wire) - A train crashed in Greece. | ATHENS | Athens | Attica | GRC | city
Talks with Hamas went on in Germany. | Hamas | -
Crowds waited at Heathrow in Britain. | Heathrow | London Heathrow Airport | | GBR | facility
Fans left Seoul's Jamsil Stadium. | Jamsil Stadium | Jamsil Stadium | Seoul | KOR | facility
A Clearbrook man died in Minnesota. | Clearbrook | Clearbrook | Minnesota | USA | city
# Villages, quarters and farms that a word beside them tells, at the town around
They fled Torbekula village for Makurdi in Nigeria. | Torbekula | Torbekula | Benue State | NGA | city
A man was shot in the Wexcroft neighborhood of Denver. | Wexcroft | Wexcroft | Colorado | USA | area
The hamlet of Umbrenger lies near Quito, Ecuador. | Umbrenger | Umbrenger | Pichincha | ECU | city
A BOMB WENT OFF IN THE EXCLUSIVE LA MASCOTELA NEIGHBORHOOD IN SAN SALVADOR. | LA MASCOTELA | LA MASCOTELA | | SLV | area
TROOPS ENTERED EL ZUNGARIL CANTON NEAR CHALATENANGO, EL SALVADOR. | EL ZUNGARIL | EL ZUNGARIL | | SLV | city
TROOPS ENTERED EL ZUNGARIL CANTON NEAR CHALATENANGO, EL SALVADOR. | CANTON | -
REBELS BOMBED VARIOUS NEIGHBORHOODS OF BOGOTA. | VARIOUS | -
REBELS LEFT SAN MIGUEL AND MORAZAN DEPARTMENTS IN EL SALVADOR. | MORAZAN | Morazan | | SLV | region
REBELS LEFT SAN MIGUEL AND MORAZAN DEPARTMENTS IN EL SALVADOR. | SAN MIGUEL | San Miguel Department | | SLV | region
# Towns that the gazetteer lacks in the state that is written behind them
The crash near Elmo, N.D., killed a boy from Minot. | Elmo | Elmo | North Dakota | USA | city
The crash near Elmo, N.D., killed a boy from Minot. | N.D. | North Dakota | North Dakota | USA | region
# Days, parts of a town, those who serve it
A boy was shot in Sanford Saturday afternoon in Florida. | Sanford | Sanford | Florida | USA | city
Alvin police in Texas made an arrest. | Alvin | Alvin | Texas | USA | city
Shots were fired in south Jackson, Mississippi officials said. | Jackson | Jackson | Mississippi | USA | city
# Things that carry a place's name, agreements, firms
HMS London left Portsmouth in England. | London | -
The West Nile virus was found in Queens, New York. | Nile | -
Lassa fever spread in Nigeria. | Lassa | -
Brussels sprouts were served in Belgium. | Brussels | -
A Yorkshire terrier was found in Leeds. | Yorkshire | -
The Paris agreement was signed by Canada. | Paris | Paris | | FRA | organisation
The Minsk agreements failed, Ukraine said. | Minsk | Minsk | | BLR | organisation
British Airways cancelled its flights. | British | United Kingdom | | GBR | adjective
The Times of India reported the story. | India | India | | IND | organisation
# Landmarks, universities, areas, peoples of states that are gone
Researchers at Cornell University said so. | Cornell University | Cornell University | | USA | organisation
Cambridge University and the University of Oxford said so. | Cambridge | Cambridge University | | GBR | organisation
Crowds gathered at the Taj Mahal on Friday. | Taj Mahal | Taj Mahal | | IND | facility
Snow fell in the Rockies on Sunday. | Rockies | Rocky Mountains | | | area
Rain fell across Yorkshire and Lancashire. | Yorkshire | Yorkshire | | GBR | area
The Negev is dry, Israel said. | Negev | Negev | | ISR | area
Growth slowed in the Asia-Pacific region. | Asia-Pacific | Asia-Pacific | | | area
The film opened in Venice, Italy said. | Venice | Venice | Veneto | ITA | city
The studios of Hollywood were shut. | Hollywood | Hollywood | California | USA | city
Pilgrims arrived in Mecca on Friday. | Mecca | Mecca | | SAU |
Soviet troops left Afghanistan in 1989. | Soviet | Soviet Union | | | adjective
Ministers of New South Wales, Victoria and Queensland met. | Queensland | Queensland | Queensland | AUS | region
He walked to the White House in Washington. | White House | White House | | USA | facility
The White House said it was worried. | White House | -
Denzel Washington smiled. | Washington | -
# A first name that ends a sentence, clubs, provinces of the Philippines
A car was found in Victoria. Halifax and Sydney, N.S., were calm. | Halifax | Halifax | Nova Scotia | CAN | city
Bolton Wanderers lost in England on Saturday. | Bolton | Bolton | England | GBR | organisation
Police in San Fernando, Pampanga, made an arrest. | Pampanga | Pampanga | Central Luzon | PHL | district
Talks on Artsakh were held in Yerevan, Armenia. | Artsakh | Nagorno-Karabakh | | | area
# Towns whose country or division stands before them with its "'s"
Bolivia's La Paz and Santa Cruz, Peru's Cusco and Lima had rain. | Santa Cruz | Santa Cruz de la Sierra | | BOL | city
Canada's London and Paris are small towns. | London | London | Ontario | CAN | city
Canada's London and Paris are small towns. | Paris | Paris | Ontario | CAN | city
Brent crude rose in Dubai. | Brent | -
"""
