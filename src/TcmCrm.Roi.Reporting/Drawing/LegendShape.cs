namespace TcmCrm.Roi.Reporting.Drawing;

internal enum LegendShape
{
    Area,
    Line,
    Dot,
}
