using MagHopfield.NanoFramework.Tests.Api;
using Mono.Cecil;

namespace MagHopfield.NanoFramework.Tests;

public sealed class ReferenceAssemblyTests
{
    [Fact]
    public void The_core_library_refers_to_nothing()
    {
        using ModuleDefinition module = Read("mscorlib");
        Assert.Empty(module.AssemblyReferences);
        Assert.NotNull(module.GetType("System.Object"));
    }

    [Fact]
    public void Each_reference_assembly_shows_the_members_of_its_facts_and_no_other()
    {
        foreach (ApiLibrary library in ReferenceAssemblies.Load())
        {
            using ModuleDefinition module = Read(library.Name);
            IEnumerable<string> facts = library.Types.Values.SelectMany(type => type.Members.Select(Signature));
            IEnumerable<string> shown = Members(module);
            Assert.Equal(facts.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        }
    }

    private static ModuleDefinition Read(string library) =>
        ModuleDefinition.ReadModule(new MemoryStream(ReferenceAssemblies.Images[library]));

    /// <summary>Members that can be seen from outside.</summary>
    internal static IEnumerable<string> Members(ModuleDefinition module) =>
        module.GetTypes().Where(type => type.IsPublic || type.IsNestedPublic).SelectMany(Shown);

    /// <summary>A fact in the form of <see cref="Members"/>.</summary>
    internal static string Signature(ApiFact member)
    {
        IEnumerable<string> parameters = member.ParameterList().Select(p => (p.Modifier is "ref" or "out" ? "&" : "") + p.Type);
        return $"{member.Name}({string.Join(", ", parameters)}) {member.Type}";
    }

    private static IEnumerable<string> Shown(TypeDefinition type)
    {
        foreach (MethodDefinition method in type.Methods.Where(method => method.IsPublic || method.IsFamily))
        {
            string parameters = string.Join(", ", method.Parameters.Select(p =>
                p.ParameterType is ByReferenceType reference ? "&" + Name(reference.ElementType) : Name(p.ParameterType)));
            yield return $"{Name(type)}.{method.Name}({parameters}) {(method.IsConstructor ? "" : Name(method.ReturnType))}";
        }

        foreach (FieldDefinition field in type.Fields.Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName))
            yield return $"{Name(type)}.{field.Name}() {Name(field.FieldType)}";
    }

    private static string Name(TypeReference type) => type.FullName.Replace('/', '.');
}
