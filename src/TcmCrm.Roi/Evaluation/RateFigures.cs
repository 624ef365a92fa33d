using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Evaluation;

/// <summary>The rates of a period's net flows.</summary>
internal static class RateFigures
{
}
