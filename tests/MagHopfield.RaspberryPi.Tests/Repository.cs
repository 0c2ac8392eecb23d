namespace MagHopfield.RaspberryPi.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("MagHopfield.sln");
    }
}
