using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Image;

/// <summary>Firmware as the compiler made it: its IL with lines of the source, and the source's meaning.</summary>
internal sealed class FirmwareImage(CSharpCompilation compilation, ModuleDefinition module)
{
    public CSharpCompilation Compilation { get; } = compilation;

    /// <summary>All types, nested ones too, without the attributes that the compiler embeds for its own use.</summary>
    public IEnumerable<TypeDefinition> Types => module.GetTypes()
        .Where(type => type.Namespace is not ("System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis"));

    /// <summary>Names of the libraries that the image uses.</summary>
    public IEnumerable<string> Libraries => module.AssemblyReferences.Select(reference => reference.Name);

    public IEnumerable<MethodDefinition> Methods => Types.SelectMany(type => type.Methods);

    /// <summary>A finding at an instruction.</summary>
    public Finding At(MethodDefinition method, Instruction instruction, string what)
    {
        SequencePoint? point = method.DebugInformation.SequencePoints.LastOrDefault(p => p.Offset <= instruction.Offset && !p.IsHidden)
            ?? method.DebugInformation.SequencePoints.FirstOrDefault(p => !p.IsHidden);
        return point != null ? new Finding(method.FullName, point.Document.Url, point.StartLine, what) : At(method, what);
    }

    /// <summary>A finding at the declaration of a member or type.</summary>
    public Finding At(IMemberDefinition member, string what)
    {
        TypeDefinition? owner = member as TypeDefinition ?? member.DeclaringType;
        ISymbol? symbol = null;
        while (owner != null && symbol == null)
        {
            INamedTypeSymbol? type = Compilation.GetTypeByMetadataName(owner.FullName.Replace('/', '+'));
            symbol = (ISymbol?)type?.GetMembers(member.Name).FirstOrDefault() ?? type;
            owner = owner.DeclaringType;
        }

        Location? location = symbol?.Locations.FirstOrDefault(place => place.IsInSource);
        int line = (location?.GetLineSpan().StartLinePosition.Line ?? -1) + 1;
        return new Finding(member.FullName, location?.SourceTree?.FilePath ?? "compiler-generated", line, what);
    }
}
