using System.Xml.Linq;

namespace MagHopfield.Architecture.Tests;

/// <summary>A project of the repository as its file declares it.</summary>
internal sealed record ProjectFile(string Name, string Path, string[] Projects, string[] Packages)
{
    /// <summary>Folder that holds MagHopfield.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Projects of the product, without tests, benchmarks and sample programs.</summary>
    public static ProjectFile[] Product() => All().Where(project => Top(project.Path) is not ("tests" or "examples")).ToArray();

    private static string Top(string path) => path[..path.IndexOf('/')];

    /// <summary>All projects that the SDK builds.</summary>
    public static ProjectFile[] All() => Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Where(file => !file.Split(System.IO.Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "out"))
        .Select(Read).OrderBy(project => project.Name, StringComparer.Ordinal).ToArray();

    private static ProjectFile Read(string file)
    {
        XDocument document = XDocument.Load(file);
        string[] Included(string item) => document.Descendants(item).Select(element => element.Attribute("Include")?.Value ?? "").ToArray();
        return new ProjectFile(
            System.IO.Path.GetFileNameWithoutExtension(file),
            System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'),
            Included("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))).ToArray(),
            Included("PackageReference"));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MagHopfield.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No MagHopfield.sln above {AppContext.BaseDirectory}: run the tests inside the repository.");
    }
}
