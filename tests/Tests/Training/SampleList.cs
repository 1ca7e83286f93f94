namespace Trellis.Tests.Training;

/// <summary>A small list in the columns of the federal file, written for the tests: an invented state with invented schools.</summary>
public static class SampleList
{
    public const string Head =
        "reportingstate,d101_eligible_training_provider,d102_provider_description,address,city,state,zip,d104_entity_type,d105_program_name,d106_program_description,"
        + "d107_program_url,d108_potential_outcome,d109_associated_credential,d110_cip_code,d111_non_wioa_tuition_cost,d112_supplies_cost,d113_program_length_hours,d114_program_length_weeks,"
        + "d115_prerequisites,d116_program_format,d117_program_soc_occupation_1,d118_program_soc_occupation_2,d119_program_soc_occupation_3,d120_total_served,d121_total_exited,"
        + "d122_total_completed,d123_total_employed_q2,d124_total_employed_q4,d125_median_earnings,d126_credential_attained,de129,de130,de172,county,evening";

    /// <summary>Three programs of two schools: with all figures, with figures withheld and without a fixed length, and with none.</summary>
    public static string Text(string state = "ZZ", string words = "") => string.Join('\n',
        Head,
        $"{state},Lakeside Institute,,1 Pier Road,Lakeside,{state},1234,\"5\",Welding Basics{words},Joins metal with forklift practice.,lakeside.example,169,Welder Certificate,48.0508,4000,500,320,16,Safety boots,In-person,51-412100,,,100,80,60,45,40,9500,50,60,50,45473,Harbor,Yes",
        $"{state},Lakeside Institute,,1 Pier Road,Lakeside,{state},1234,\"5\",Nursing Assistant{words},Cares for people.,,3,Nurse Aide,51.3902,900,100,-1,-1,,Hybrid,31-1131.00,,,12,-1,-1,-1,-1,-1,-1,-1,-1,,Harbor,No",
        $"{state},Hill School,,2 Hill,Hilltop,{state},98765,\"6,8\",Truck Driving{words},\"Drives, parks and \"\"backs up\"\".\",http://hill.example/truck,8,,490205,,,,,None,Online,,,,,,,,,,,,,,Ridge,",
        "");
}
