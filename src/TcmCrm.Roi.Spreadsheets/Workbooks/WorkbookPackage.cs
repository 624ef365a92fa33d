using System.IO.Compression;
using System.Xml;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The parts of a workbook by name, each read as a bounded stream of XML without a document type.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int PartsAtMost = 20_000;

    /// <summary>Sheets shrink to a tenth; what shrinks to a two-hundredth and is large is made to fill a memory.</summary>
    private const int RatioAtMost = 200;
    private const int RatioFrom = 8 << 20;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _mostBytes;

    internal WorkbookPackage(byte[] bytes, int count, int mostBytes)
    {
        _mostBytes = mostBytes;
        if (PartCount(bytes, count) > PartsAtMost)
        {
            throw new TableFault(Said.As("notWorkbook"));
        }

        _archive = new ZipArchive(new MemoryStream(bytes, 0, count, writable: false), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in _archive.Entries)
        {
            string name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (_parts.ContainsKey(name))
            {
                throw new TableFault(Said.As("notWorkbook"));
            }

            _parts.Add(name, entry);
        }
    }

    internal bool Has(string name) => _parts.ContainsKey(name);

    /// <exception cref="TableFault">There is no such part, or it is too large.</exception>
    internal XmlReader Open(string name)
    {
        if (!_parts.TryGetValue(name, out ZipArchiveEntry? entry))
        {
            throw new TableFault(Said.As("noPart", ("part", name)));
        }

        if (entry.Length > _mostBytes || (entry.Length > RatioFrom && entry.Length / RatioAtMost > entry.CompressedLength))
        {
            throw new TableFault(new Message("table.partTooLarge", Said.Count("most", _mostBytes >> 20)));
        }

        return XmlReader.Create(new BoundedStream(entry.Open(), _mostBytes), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _mostBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>How many parts the end of the directory states, before the directory is read.</summary>
    private static int PartCount(byte[] bytes, int count)
    {
        for (int i = count - 22; i >= 0 && i > count - 22 - 65_536; i--)
        {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 5 && bytes[i + 3] == 6)
            {
                return bytes[i + 10] | (bytes[i + 11] << 8);
            }
        }

        throw new TableFault(Said.As("notWorkbook"));
    }
}
