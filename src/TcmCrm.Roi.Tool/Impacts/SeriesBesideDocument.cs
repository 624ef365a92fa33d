using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>Reads the series that the benefits of a case name, from the directory of the case document.</summary>
internal static class SeriesBesideDocument
{
    internal static DocumentReadOptions Options(CommandContext context, string documentPath) =>
        new() { Impacts = reference => Run(context, documentPath, reference) };

    private static ImpactResult Run(CommandContext context, string documentPath, ImpactReference reference)
    {
        // A document from elsewhere must not make the tool read any file of the machine.
        if (Path.IsPathRooted(reference.Series) || reference.Series.Split('/', '\\').Contains("..") || reference.Series == InputFile.StandardInput)
        {
            throw new ArgumentException($"the series '{reference.Series}' is not allowed; allowed: a file in or under the directory of the document");
        }

        string directory = documentPath == InputFile.StandardInput ? "." : Path.GetDirectoryName(documentPath) is { Length: > 0 } parent ? parent : ".";
        string path = Path.Combine(directory, reference.Series);
        if (!File.Exists(path))
        {
            throw new ArgumentException($"the series '{reference.Series}' does not exist beside the document ({path})");
        }

        var problems = new ProblemList();
        SeriesCsv? csv;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            csv = SeriesCsv.Read(stream, Place.Of(path), problems);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }

        StudyColumns? data = csv is null ? null : StudyColumns.From(
            csv,
            reference.SeriesKind is { } kind ? Enum.Parse<SeriesKind>(kind, ignoreCase: true) : null,
            reference.Control is { } control ? [control] : [],
            reference.LowerIsBetter,
            problems);
        if (data is null || problems.Any)
        {
            foreach (Problem problem in problems.Printed)
            {
                context.Problems.Add(problem.File, problem.Line, problem.Where, problem.What);
            }

            throw new ArgumentException($"the series '{reference.Series}' cannot be used, see its problems");
        }

        ImpactStudy study = new ImpactStudy(data.Series, reference.GoLive)
            .WithTransition(reference.TransitionMonths)
            .WithControls([.. data.Controls])
            .WithSeason(reference.Season)
            .WithScale(reference.Scale);
        study = reference.KnownGrowth is { } growth ? study.WithKnownGrowth(growth, reference.KnownGrowthHalfWidth) : study;
        return ImpactAnalysis.Run(reference.Promise is { } promise ? study.WithPromise(promise) : study);
    }
}
