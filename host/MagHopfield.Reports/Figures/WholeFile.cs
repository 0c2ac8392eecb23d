namespace MagHopfield.Reports;

/// <summary>Writes files that are either whole or absent: beside their place first, then moved there.</summary>
internal static class WholeFile
{
    public static void Write(string path, byte[] content)
    {
        string staging = path + $".partial-{Environment.ProcessId}";
        try
        {
            File.WriteAllBytes(staging, content);
            File.Move(staging, path, overwrite: true);
        }
        finally
        {
            File.Delete(staging);
        }
    }
}
