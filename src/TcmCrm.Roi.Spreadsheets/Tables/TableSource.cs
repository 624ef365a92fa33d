using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A stream as a grid of cells: what form it has is told by its content.</summary>
internal static class TableSource
{
    private const int FirstBlock = 4096;

    /// <exception cref="TableFault">The file is no table that can be read.</exception>
    internal static Grid Read(Stream stream, TableReadOptions options, RemarkList notes)
    {
        byte[] bytes = ReadAll(stream, options.MaximumBytes, out int count);
        if (IsZip(bytes, count))
        {
            return WorkbookReader.Read(bytes, count, options, notes);
        }

        if (options.Sheet is not null)
        {
            throw new TableFault(Said.As("sheetOfText", ("sheet", options.Sheet)));
        }

        return DelimitedReader.Read(TextDecoding.Decode(bytes, count), options);
    }

    internal static byte[] ReadAll(Stream stream, int most, out int count)
    {
        // One more than there is, so that the end is seen without a larger array.
        long expected = stream.CanSeek ? stream.Length - stream.Position + 1 : 1 << 16;
        byte[] bytes = new byte[(int)Math.Min(Math.Max(expected, 16), most + 1L)];
        count = 0;
        bool isChecked = false;
        while (true)
        {
            if (count == bytes.Length)
            {
                if (count > most)
                {
                    throw new TableFault(Said.As("tooLarge", ("most", Size(most))));
                }

                Array.Resize(ref bytes, (int)Math.Min(most + 1L, bytes.Length * 2L));
            }

            int read = stream.Read(bytes, count, bytes.Length - count);
            count += read;
            if (!isChecked && (count >= FirstBlock || read == 0))
            {
                isChecked = true;
                Check(bytes, count); // Before the rest is read: an endless or foreign file is refused at once.
            }

            if (read == 0)
            {
                return bytes;
            }
        }
    }

    private static void Check(byte[] bytes, int count)
    {
        if (count == 0)
        {
            throw new TableFault(Said.As("empty"));
        }

        if (IsZip(bytes, count))
        {
            return;
        }

        if (Begins(bytes, count, 0xD0, 0xCF, 0x11, 0xE0))
        {
            throw new TableFault(Said.As("oldWorkbook"));
        }

        if (Begins(bytes, count, (byte)'%', (byte)'P', (byte)'D', (byte)'F'))
        {
            throw new TableFault(Said.As("notTable", ("form", "PDF")));
        }

        if (TextDecoding.IsBinary(bytes, count))
        {
            int zero = Array.IndexOf(bytes, (byte)0, 0, count);
            throw new TableFault(Said.As("binary", ("position", zero.ToString(CultureInfo.InvariantCulture))));
        }

        int at = 0;
        while (at < count && (bytes[at] is 0xEF or 0xBB or 0xBF || bytes[at] <= ' '))
        {
            at++;
        }

        if (at < count && bytes[at] == '<')
        {
            throw new TableFault(Said.As("notTable", ("form", "HTML/XML")));
        }
    }

    internal static bool IsZip(byte[] bytes, int count) => Begins(bytes, count, (byte)'P', (byte)'K', 3, 4) || Begins(bytes, count, (byte)'P', (byte)'K', 5, 6);

    private static bool Begins(byte[] bytes, int count, params byte[] with)
    {
        for (int i = 0; i < with.Length; i++)
        {
            if (i >= count || bytes[i] != with[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string Size(int bytes) => bytes >= 1 << 20
        ? (bytes >> 20).ToString(CultureInfo.InvariantCulture) + " MiB"
        : bytes.ToString(CultureInfo.InvariantCulture) + " B";
}
