# The criteria of 2566 with ten changes, for the impact on many offices.
/levels  20, 25, 30, 35, 40/            { sub(/20, 25, 30, 35, 40/, "30, 35, 40, 45, 50") }
/levels  90%, 92.5%, 95%, 97.5%, 100%/  { sub(/90%, 92.5%, 95%, 97.5%/, "92%, 94%, 96%, 98%") }
/levels  73%, 78%, 83%, 88%, 93%/       { sub(/73%, 78%, 83%, 88%, 93%/, "75%, 80%, 85%, 90%, 95%") }
/levels  60%, 70%, 80%, 90%, 95%/       { sub(/60%, 70%, 80%, 90%, 95%/, "70%, 75%, 80%, 85%, 90%") }
/points  9   unit "ร้อยละ"/ && !weighed++ { sub(/points  9/, "points  7") }
/points 3   unit "ระดับ"/                { sub(/points 3/, "points 5") }
/plan.approved     by 2566-04/          { sub(/by 2566-04/, "by 2566-03") ; sub(/late 0.1/, "late 0.2") }
/by 2566-05-15/                         { sub(/2566-05-15/, "2566-04-15") }
/0.01 per day after/                    { sub(/0.01/, "0.02") }
{ print }
