using System;
using System.IO;
using System.Reflection;
using System.Text;

/// <summary>Loads a plug-in from its folder, calls its operation with the text of a file, and prints what it answers.</summary>
/// <remarks>Arguments: path of the plug-in assembly, full name of the type, then the input file (none: no input).</remarks>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length is < 2 or > 3)
        {
            Console.Error.WriteLine("PluginHost ASSEMBLY TYPE [INPUT]");
            return 2;
        }

        Assembly plugin = Assembly.LoadFrom(Path.GetFullPath(args[0]));
        Type type = plugin.GetType(args[1], throwOnError: true)!;
        object operation = Activator.CreateInstance(type)!;
        string input = args.Length == 3 ? File.ReadAllText(args[2], Encoding.UTF8) : string.Empty;
        var answer = (string)type.GetMethod("Execute")!.Invoke(operation, new object[] { input })!;
        using Stream output = Console.OpenStandardOutput();
        byte[] utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(answer);
        output.Write(utf8, 0, utf8.Length);
        return 0;
    }
}
