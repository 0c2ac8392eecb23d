namespace MagHopfield.NanoFramework.Tests;

/// <summary>Where the sources are: the folder that holds MagHopfield.sln, above the test's own output.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>All C# sources below a folder of the repository, without build output.</summary>
    public static string[] Sources(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(path, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .ToArray();
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No MagHopfield.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
