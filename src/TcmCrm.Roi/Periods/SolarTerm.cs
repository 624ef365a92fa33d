namespace TcmCrm.Roi.Periods;

/// <summary>The 24 solar terms (节气) in the order of the Gregorian year; each begins when the sun stands at a multiple of 15 degrees.</summary>
public enum SolarTerm
{
    /// <summary>小寒, 285 degrees, about 6 January.</summary>
    MinorCold,

    /// <summary>大寒, 300 degrees, about 20 January.</summary>
    MajorCold,

    /// <summary>立春, 315 degrees, about 4 February.</summary>
    StartOfSpring,

    /// <summary>雨水, 330 degrees, about 19 February.</summary>
    RainWater,

    /// <summary>惊蛰, 345 degrees, about 6 March.</summary>
    AwakeningOfInsects,

    /// <summary>春分, 0 degrees, about 21 March.</summary>
    SpringEquinox,

    /// <summary>清明, 15 degrees, about 5 April.</summary>
    PureBrightness,

    /// <summary>谷雨, 30 degrees, about 20 April.</summary>
    GrainRain,

    /// <summary>立夏, 45 degrees, about 6 May.</summary>
    StartOfSummer,

    /// <summary>小满, 60 degrees, about 21 May.</summary>
    GrainBuds,

    /// <summary>芒种, 75 degrees, about 6 June.</summary>
    GrainInEar,

    /// <summary>夏至, 90 degrees, about 21 June.</summary>
    SummerSolstice,

    /// <summary>小暑, 105 degrees, about 7 July.</summary>
    MinorHeat,

    /// <summary>大暑, 120 degrees, about 23 July.</summary>
    MajorHeat,

    /// <summary>立秋, 135 degrees, about 8 August.</summary>
    StartOfAutumn,

    /// <summary>处暑, 150 degrees, about 23 August.</summary>
    EndOfHeat,

    /// <summary>白露, 165 degrees, about 8 September.</summary>
    WhiteDew,

    /// <summary>秋分, 180 degrees, about 23 September.</summary>
    AutumnEquinox,

    /// <summary>寒露, 195 degrees, about 8 October.</summary>
    ColdDew,

    /// <summary>霜降, 210 degrees, about 23 October.</summary>
    FrostDescent,

    /// <summary>立冬, 225 degrees, about 7 November.</summary>
    StartOfWinter,

    /// <summary>小雪, 240 degrees, about 22 November.</summary>
    MinorSnow,

    /// <summary>大雪, 255 degrees, about 7 December.</summary>
    MajorSnow,

    /// <summary>冬至, 270 degrees, about 22 December.</summary>
    WinterSolstice,
}
