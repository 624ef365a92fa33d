using System.Text;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>
/// JSON on its way out. Build runners read commands out of every line that a program prints (<c>##vso[</c>, <c>##[</c>), also within a text: the second of two <c>#</c>, which
/// stand nowhere in JSON but in texts, is written as <c>\u0023</c>, so that a program reads the same text and a runner reads no command.
/// </summary>
internal sealed class QuietJson(TextWriter output) : TextWriter
{
    private bool afterHash;

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (!buffer.IsEmpty)
        {
            if (afterHash && buffer[0] == '#')
            {
                output.Write("\\u0023");
                afterHash = false;
                buffer = buffer[1..];
                continue;
            }

            int at = buffer.IndexOf("##");
            ReadOnlySpan<char> quiet = at < 0 ? buffer : buffer[..(at + 1)];
            output.Write(quiet);
            afterHash = quiet[^1] == '#';
            buffer = buffer[quiet.Length..];
        }
    }

    public override void Flush() => output.Flush();
}
