using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

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
            throw Refused("series.outside", reference);
        }

        string directory = documentPath == InputFile.StandardInput ? "." : Path.GetDirectoryName(documentPath) is { Length: > 0 } parent ? parent : ".";
        string path = Path.Combine(directory, reference.Series);
        if (!File.Exists(path))
        {
            throw Refused("series.missing", reference);
        }

        StudyReading data;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            data = StudyTable.Read(stream, new StudyTableOptions
            {
                Name = Path.GetFileNameWithoutExtension(path),
                Kind = reference.SeriesKind is { } kind ? Enum.Parse<SeriesKind>(kind, ignoreCase: true) : null,
                Controls = reference.Control is { } control ? [control] : [],
                LowerIsBetter = reference.LowerIsBetter,
            });
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }

        TableInput.Tell(context, Place.Of(path), data.Problems, data.Notes);
        if (data.Series is not { } series)
        {
            throw Refused("series.unusable", reference);
        }

        ImpactStudy study = new ImpactStudy(series, reference.GoLive)
            .WithTransition(reference.TransitionMonths)
            .WithControls([.. data.Controls])
            .WithSeason(reference.Season)
            .WithScale(reference.Scale);
        study = reference.KnownGrowth is { } growth ? study.WithKnownGrowth(growth, reference.KnownGrowthHalfWidth) : study;
        return ImpactAnalysis.Run(reference.Promise is { } promise ? study.WithPromise(promise) : study);
    }

    private static ArgumentException Refused(string id, ImpactReference reference)
    {
        Message reason = Told.As(id, ("series", reference.Series));
        return reason.In(new ArgumentException(reason.ToString()));
    }
}
