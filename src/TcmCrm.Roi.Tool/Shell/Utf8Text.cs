using System.Text;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>A stream of UTF-8 that goes out as text: a document is never held whole.</summary>
internal sealed class Utf8Text(TextWriter output) : Stream
{
    private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        char[] text = new char[decoder.GetCharCount(buffer, offset, count)];
        output.Write(text, 0, decoder.GetChars(buffer, offset, count, text, 0));
    }

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
