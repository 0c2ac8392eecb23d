using System.Text;
using System.Xml.Linq;
using MagHopfield.NanoFramework.Tests.Api;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Image;

/// <summary>Compiles sources against nanoFramework's reference assemblies with the language version of the repository.</summary>
internal static class FirmwareCompiler
{
    // The core library of the facts carries no version of the runtime, so it is given here.
    private static readonly EmitOptions Portable =
        new(debugInformationFormat: DebugInformationFormat.PortablePdb, runtimeMetadataVersion: "v4.0.30319");

    /// <summary>Errors of the compiler, each as file(line): message.</summary>
    /// <param name="sources">Text by file name.</param>
    public static string[] Errors(IReadOnlyDictionary<string, string> sources)
    {
        // Some types are missed only when code is made for a method (async, yield, volatile), so it is not enough to ask for diagnostics.
        EmitResult result = Compile(sources, isProgram: false, allowUnsafe: false).Emit(Stream.Null, options: Portable);
        return Errors(result);
    }

    /// <summary>The image of sources that compile.</summary>
    /// <param name="sources">Text by file name.</param>
    /// <param name="isProgram">Whether there is a Main.</param>
    /// <param name="allowUnsafe">For snippets that show what the compiler would take.</param>
    /// <exception cref="InvalidOperationException">The sources do not compile; the message lists the errors.</exception>
    public static FirmwareImage Build(IReadOnlyDictionary<string, string> sources, bool isProgram, bool allowUnsafe)
    {
        CSharpCompilation compilation = Compile(sources, isProgram, allowUnsafe);
        MemoryStream image = new();
        MemoryStream symbols = new();
        EmitResult result = compilation.Emit(image, symbols, options: Portable);
        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", Errors(result)));

        image.Position = 0;
        symbols.Position = 0;
        ReaderParameters parameters = new()
        {
            ReadSymbols = true,
            SymbolStream = symbols,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
        };
        return new FirmwareImage(compilation, ModuleDefinition.ReadModule(image, parameters));
    }

    /// <summary>The image of one snippet, which may use pointers.</summary>
    public static FirmwareImage Snippet(string source) =>
        Build(new Dictionary<string, string> { ["snippet.cs"] = "using System;\n" + source }, isProgram: false, allowUnsafe: true);

    /// <summary>Sources of folders of the repository by their path in it.</summary>
    public static Dictionary<string, string> Read(params string[] folders) => folders.SelectMany(Repository.Sources)
        .ToDictionary(file => Path.GetRelativePath(Repository.Root, file), File.ReadAllText);

    private static CSharpCompilation Compile(IReadOnlyDictionary<string, string> sources, bool isProgram, bool allowUnsafe)
    {
        CSharpParseOptions parse = new(LanguageVersionOfRepository(), DocumentationMode.Parse);
        IEnumerable<SyntaxTree> trees = sources.Select(source =>
            CSharpSyntaxTree.ParseText(SourceText.From(source.Value, Encoding.UTF8), parse, source.Key));
        CSharpCompilationOptions options = new(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: allowUnsafe,
            deterministic: true);
        return CSharpCompilation.Create("firmware", trees, ReferenceAssemblies.All, options);
    }

    private static LanguageVersion LanguageVersionOfRepository()
    {
        string text = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("LangVersion").Single().Value;
        return LanguageVersionFacts.TryParse(text, out LanguageVersion version)
            ? version
            : throw new FormatException($"Directory.Build.props: LangVersion {text} is not known to this compiler.");
    }

    private static string[] Errors(EmitResult result) =>
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Format).ToArray();

    private static string Format(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1}): {diagnostic.Id} {diagnostic.GetMessage()}";
    }
}
