using System.CommandLine;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi schema NAME</c>: the JSON Schema of a document that the tool reads or writes.</summary>
internal static class SchemaCommand
{
    private const string Name = "NAME";

    internal static Command Create(Language language)
    {
        var document = new Argument<string>(Name) { Description = language.Say("help.schema.name", Told.Names("names", DocumentSchema.Names)) };
        document.CompletionSources.Add([.. DocumentSchema.Names]);
        return new Command("schema", language.Say("help.schema")) { document }.Runs(language, [OutputFormat.Json], context =>
        {
            string name = context.Value(document);
            if (!DocumentSchema.Names.Contains(name))
            {
                context.Problems.AddOption(Name, new Message("schema.unknown", MessageArgument.Text("name", name), Told.Quoted("allowed", DocumentSchema.Names)));
            }

            context.Problems.ThrowIfAny();
            context.Output.Write(DocumentSchema.Of(name));
            return ExitCode.Done;
        });
    }
}
