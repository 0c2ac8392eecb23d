using System.Xml.Linq;
using MagHopfield.NanoFramework.Tests.Image;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>The project file of the ESP32 head, which only nanoFramework's own build system can build, against its sources.</summary>
public sealed class HeadProjectTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "firmware", "MagHopfield.Firmware");
    private static readonly XDocument Project = XDocument.Load(Path.Combine(Folder, "MagHopfield.Firmware.nfproj"));
    private static readonly XDocument Packages = XDocument.Load(Path.Combine(Folder, "packages.config"));

    [Fact]
    public void The_project_references_every_library_that_the_sources_use()
    {
        Dictionary<string, string> sources = FirmwareCompiler.Read(FirmwareSubsetTests.Folders);
        FirmwareImage image = FirmwareCompiler.Build(sources, isProgram: true, allowUnsafe: false);
        string[] referenced = Items("Reference").Select(item => item.Attribute("Include")!.Value).ToArray();
        Assert.All(image.Libraries, used => Assert.Contains(used, referenced));
    }

    [Fact]
    public void Every_reference_comes_from_a_listed_package_in_its_version()
    {
        string[] packages = Packages.Root!.Elements()
            .Select(item => item.Attribute("id")!.Value + "." + item.Attribute("version")!.Value).ToArray();
        string[] hinted = Items("HintPath").Select(hint => hint.Value.Split('\\')[1]).ToArray();
        Assert.Equal(packages.Order(StringComparer.Ordinal), hinted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_project_links_the_sources_that_the_tests_compile()
    {
        string[] patterns = Items("Compile").Select(item => item.Attribute("Include")!.Value.Replace('\\', '/')).ToArray();
        IEnumerable<string> included = patterns.SelectMany(pattern =>
        {
            string folder = Path.GetFullPath(Path.Combine(Folder, pattern.Split('*')[0]));
            bool isDeep = pattern.Contains("**");
            return Repository.Sources(Path.GetRelativePath(Repository.Root, folder))
                .Where(file => isDeep || Path.GetDirectoryName(file) == Path.TrimEndingDirectorySeparator(folder));
        });
        IEnumerable<string> compiled = FirmwareSubsetTests.Folders.SelectMany(Repository.Sources);
        Assert.Equal(compiled.Order(StringComparer.Ordinal), included.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<XElement> Items(string name) => Project.Descendants().Where(element => element.Name.LocalName == name);
}
