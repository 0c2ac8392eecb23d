using System.Reflection;
using System.Xml.Linq;

namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>nanoFramework's own libraries, as far as the package source has them, in the versions that the head is built with.</summary>
internal static class DevicePackages
{
    private static readonly Lazy<Dictionary<string, string>> Found = new(Find);

    /// <summary>Path of each library that is there, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Libraries => Found.Value;

    /// <summary>Packages of the head with their versions.</summary>
    public static IReadOnlyDictionary<string, string> OfHead => XDocument
        .Load(Path.Combine(Repository.Root, "firmware", "MagHopfield.Firmware", "packages.config")).Descendants("package")
        .ToDictionary(package => package.Attribute("id")!.Value, package => package.Attribute("version")!.Value);

    private static Dictionary<string, string> Find()
    {
        string root = typeof(DevicePackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;
        Dictionary<string, string> libraries = [];
        foreach ((string id, string version) in OfHead)
        {
            string folder = Path.Combine(root, id.ToLowerInvariant(), version, "lib");
            foreach (string file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll", SearchOption.AllDirectories) : [])
                libraries[Path.GetFileNameWithoutExtension(file)] = file;
        }

        return libraries;
    }
}
