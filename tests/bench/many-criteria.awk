# The rules of many.awk for the peers, as JSON or as a table:   awk -v n=10000 -v form=json -f many-criteria.awk
BEGIN {
    if (form == "json")
        print "{\"indicators\": ["
    for (i = 1; i <= n; i++)
        if (form == "json")
            printf "{\"id\": \"i%d\", \"points\": %d, \"parts\": [{\"of\": \"f%d.planned\", \"is\": \"f%d.done\", \"levels\": [60, 70, 80, 90, 95]}]}%s\n",
                   i, i % 7 + 1, i, i, i < n ? "," : ""
        else
            printf "i%d\t%d\tf%d.done\tf%d.planned\t600\t700\t800\t900\t950\n", i, i % 7 + 1, i, i
    if (form == "json")
        print "]}"
}
