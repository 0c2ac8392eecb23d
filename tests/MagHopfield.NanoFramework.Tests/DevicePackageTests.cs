using System.Xml.Linq;
using MagHopfield.NanoFramework.Tests.Api;
using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>nanoFramework's own libraries: the core library always, the others where the package source has them.</summary>
public sealed class DevicePackageTests(ITestOutputHelper output)
{
    [Fact]
    public void The_firmware_and_the_checks_are_compiled_against_the_core_library_of_the_device()
    {
        output.WriteLine("the device's own: " + string.Join(", ", DevicePackages.Libraries.Keys.Order(StringComparer.Ordinal)));
        string core = DevicePackages.Libraries["mscorlib"];
        Assert.Equal(File.ReadAllBytes(core), ReferenceAssemblies.InUse["mscorlib"]);
        Assert.NotEqual(ReferenceAssemblies.Images["mscorlib"], ReferenceAssemblies.InUse["mscorlib"]);

        // .NET's own has these; the device's has not, and the compiler says so.
        string[] errors = FirmwareCompiler.Errors(
            new Dictionary<string, string> { ["a.cs"] = "class A { System.Collections.Generic.List<int> list; }" });
        Assert.NotEmpty(errors);
    }

    [Fact]
    public void Every_fact_of_a_library_that_is_there_is_in_it()
    {
        foreach ((string name, string file) in DevicePackages.Libraries)
        {
            ApiLibrary? library = ReferenceAssemblies.Load().SingleOrDefault(l => l.Name == name);
            if (library is null)
                continue;

            using ModuleDefinition module = ModuleDefinition.ReadModule(file);
            string[] shown = [.. ReferenceAssemblyTests.Members(module)];
            string[] facts = [.. library.Types.Values.SelectMany(type => type.Members.Select(ReferenceAssemblyTests.Signature))];
            Assert.True(facts.Length > 0);
            Assert.Equal(facts.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_versions_are_those_of_the_head()
    {
        Assert.Equal(DevicePackages.OfHead, Downloads("firmware/nanoframework-packages/nanoframework-packages.proj"));
        Assert.Equal(
            DevicePackages.OfHead.Where(p => p.Key == "nanoFramework.CoreLibrary"),
            Downloads("tests/MagHopfield.NanoFramework.Tests/MagHopfield.NanoFramework.Tests.csproj"));
    }

    private static Dictionary<string, string> Downloads(string project) => XDocument.Load(Path.Combine(Repository.Root, project))
        .Descendants("PackageDownload").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value.Trim('[', ']'));
}
