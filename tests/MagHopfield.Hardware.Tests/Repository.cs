namespace MagHopfield.Hardware.Tests;

/// <summary>Files of the repository's hardware folder.</summary>
internal static class Repository
{
    public static string Folder
    {
        get
        {
            string folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "MagHopfield.sln")))
                folder = Path.GetDirectoryName(folder)!;

            return Path.Combine(folder, "hardware");
        }
    }

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));
}
