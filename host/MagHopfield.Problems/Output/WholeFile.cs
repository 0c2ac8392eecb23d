namespace MagHopfield.Problems.Output;

/// <summary>Writes files that are either whole or absent: beside their place first, then moved there.</summary>
internal static class WholeFile
{
    private const string Staging = ".partial";

    /// <summary>Whether a path is that of a file that is being written, or whose writing was broken off.</summary>
    public static bool IsPart(string path) => path.EndsWith(Staging, StringComparison.Ordinal);

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string staging = path + Staging;
        using (FileStream stream = File.Create(staging))
        {
            write(stream);

            // Without this a power cut may leave the moved name with unwritten content.
            stream.Flush(flushToDisk: true);
        }

        File.Move(staging, path, overwrite: true);
    }

    /// <summary>Writes a text in UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
