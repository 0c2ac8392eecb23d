using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>
/// nanoFramework's libraries as the firmware is compiled against them: the real ones where the package source has them
/// (<see cref="DevicePackages"/>), of the others reference assemblies, compiled in memory from the facts, once a test run. The core library
/// refers to nothing and defines System.Object; every other one refers to those before it.
/// </summary>
internal static class ReferenceAssemblies
{
    private static readonly Lazy<Dictionary<string, byte[]>> FromFacts = new(() => CompileAll(new Dictionary<string, string>()));
    private static readonly Lazy<Dictionary<string, byte[]>> Used = new(() => CompileAll(DevicePackages.Libraries));
    private static readonly Lazy<MetadataReference[]> Referenced = new(() => Used.Value.Select(Reference).ToArray());

    /// <summary>The assemblies by name, all of them from the facts.</summary>
    public static IReadOnlyDictionary<string, byte[]> Images => FromFacts.Value;

    /// <summary>The assemblies that the firmware is compiled against.</summary>
    public static MetadataReference[] All => Referenced.Value;

    /// <summary>Their images by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> InUse => Used.Value;

    public static ApiLibrary[] Load() => Directory
        .GetFiles(Path.Combine(Repository.Root, "firmware", "nanoframework-api"), "*.tsv")
        .Order(StringComparer.Ordinal).Select(ApiLibrary.Load).ToArray();

    /// <summary>Libraries in an order in which each stands after those whose types it names.</summary>
    public static ApiLibrary[] InOrder(ApiLibrary[] libraries)
    {
        List<ApiLibrary> ordered = [];
        List<ApiLibrary> waiting = [.. libraries.OrderBy(library => library.Name == "mscorlib" ? 0 : 1)];
        while (waiting.Count > 0)
        {
            ApiLibrary next = waiting.FirstOrDefault(library => !waiting.Any(other => other != library && Uses(library, other)))
                ?? throw new InvalidOperationException(
                    "The libraries refer to each other in a circle: " + string.Join(", ", waiting.Select(library => library.Name)));
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered.ToArray();
    }

    private static bool Uses(ApiLibrary library, ApiLibrary other) => library.Types.Values
        .SelectMany(type => type.Members
            .SelectMany(member => member.ParameterList().Select(parameter => parameter.Type).Append(member.Type))
            .Concat(type.Interfaces).Append(type.BaseType ?? ""))
        .Any(name => other.Types.ContainsKey(name.Replace("[]", "")));

    private static Dictionary<string, byte[]> CompileAll(IReadOnlyDictionary<string, string> real)
    {
        ApiLibrary[] libraries = InOrder(Load());
        Dictionary<string, ApiType> types = libraries.SelectMany(library => library.Types.Values).ToDictionary(type => type.FullName);
        Dictionary<string, byte[]> images = [];
        foreach (ApiLibrary library in libraries)
        {
            images.Add(library.Name, real.TryGetValue(library.Name, out string? file)
                ? File.ReadAllBytes(file)
                : Compile(library, types, images.Select(Reference)));
        }

        return images;
    }

    private static MetadataReference Reference(KeyValuePair<string, byte[]> library) =>
        MetadataReference.CreateFromImage(library.Value, filePath: library.Key + ".dll");

    private static byte[] Compile(ApiLibrary library, Dictionary<string, ApiType> types, IEnumerable<MetadataReference> references)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(ReferenceSource.Write(library, types), path: library.Name + ".cs");
        CSharpCompilation compilation = CSharpCompilation.Create(
            library.Name, [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(metadataOnly: true, runtimeMetadataVersion: "v4.0.30319"));
        if (!result.Success)
        {
            IEnumerable<string> errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => $"{d}: {tree.GetText().Lines[d.Location.GetLineSpan().StartLinePosition.Line]}");
            throw new InvalidOperationException($"The facts of {library.Name} do not compile:\n" + string.Join("\n", errors));
        }

        return image.ToArray();
    }
}
