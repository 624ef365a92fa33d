using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary>Reads the case document that an argument names, with the series beside it.</summary>
internal static class CaseFile
{
    /// <summary>The case, or null with its problems noted.</summary>
    internal static InvestmentCase? Read(CommandContext context, string path)
    {
        CaseReading reading;
        try
        {
            using Stream stream = InputFile.Open(context, path);
            reading = CaseDocument.Read(stream, SeriesBesideDocument.Options(context, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, null, InputFile.Unreadable(e));
            return null;
        }

        foreach (DocumentProblem problem in reading.Problems)
        {
            context.Problems.Add(InputFile.NameOf(path), problem.Line, Place.Of(problem.Path), problem.Message);
        }

        return reading.TryGetCase(out InvestmentCase? read) ? read : null;
    }
}
