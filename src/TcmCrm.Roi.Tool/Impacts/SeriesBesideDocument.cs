using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Impacts;

/// <summary>Reads the series that the benefits of a case name, from the directory of the case document.</summary>
internal static class SeriesBesideDocument
{
    private const int MostLinks = 40;

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

        if (!FileKind.IsRegular(path) || !IsWithin(Path.GetFullPath(directory), reference.Series.Split('/', '\\'), 0))
        {
            throw Refused("series.outside", reference);
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
            .WithScale(reference.Scale)
            .WithOtherEvents([.. reference.OtherEvents]);
        study = reference.KnownGrowth is { } growth ? study.WithKnownGrowth(growth, reference.KnownGrowthHalfWidth) : study;
        return ImpactAnalysis.Run(reference.Promise is { } promise ? study.WithPromise(promise) : study);
    }

    /// <summary>Whether no link on the way from a folder to a file leads out of the folder.</summary>
    private static bool IsWithin(string folder, string[] parts, int links)
    {
        string at = folder;
        for (int i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (new FileInfo(at).LinkTarget is not { } target)
            {
                continue;
            }

            string relative = Path.GetRelativePath(folder, Path.GetFullPath(target, Path.GetDirectoryName(at)!));
            string[] rest = [.. relative.Split(Path.DirectorySeparatorChar), .. parts[(i + 1)..]];
            return links < MostLinks && !Path.IsPathRooted(relative) && !rest.Contains("..") && IsWithin(folder, rest, links + 1);
        }

        return true;
    }

    private static ArgumentException Refused(string id, ImpactReference reference)
    {
        Message reason = Told.As(id, ("series", reference.Series));
        return reason.In(new ArgumentException(reason.ToString()));
    }
}
