using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.Architecture.Tests;

/// <summary>
/// Which folder (namespace) of an assembly uses which, each with one use for an example, read from what the compiler made.
/// </summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    /// <summary>The folders of an assembly.</summary>
    public static FolderGraph Of(string assembly)
    {
        FolderGraph graph = new();
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        foreach (TypeDefinition type in module.GetTypes())
        {
            foreach (TypeReference used in Used(type).SelectMany(Parts))
            {
                if (used.Scope == module)
                    graph.Add(FolderOf(type), FolderOf(used), $"{type.Name} uses {used.Name}");
            }
        }

        return graph;
    }

    /// <summary>Notes a use.</summary>
    public void Add(string folder, string used, string example)
    {
        if (folder == used || folder.Length == 0 || used.Length == 0)
            return;
        if (!_uses.TryGetValue(folder, out SortedDictionary<string, string>? uses))
            _uses[folder] = uses = new(StringComparer.Ordinal);
        uses.TryAdd(used, example);
    }

    /// <summary>The sets of folders that reach each other, each with a use of every pair in it.</summary>
    public IReadOnlyList<string> Cycles()
    {
        Dictionary<string, HashSet<string>> reach = _uses.Keys.ToDictionary(folder => folder, Reachable);
        List<string> found = [];
        HashSet<string> seen = [];
        foreach (string folder in reach.Keys)
        {
            string[] circle =
            [
                .. reach[folder].Where(
                    other => reach.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal),
            ];
            if (circle.Length == 0 || !seen.Add(folder))
                continue;
            seen.UnionWith(circle);
            IEnumerable<string> examples = circle.SelectMany(a => _uses[a].Where(u => circle.Contains(u.Key)).Select(u => u.Value));
            found.Add($"{string.Join(", ", circle)}: {string.Join("; ", examples)}");
        }

        return found;
    }

    private HashSet<string> Reachable(string folder)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([folder]);
        while (open.TryPop(out string? next))
        {
            if (!_uses.TryGetValue(next, out SortedDictionary<string, string>? uses))
                continue;
            foreach (string used in uses.Keys.Where(reached.Add))
                open.Push(used);
        }

        return reached;
    }

    private static string FolderOf(TypeReference type) => type.DeclaringType is null ? type.Namespace : FolderOf(type.DeclaringType);

    // A generic type names others, an array its elements.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification made => Parts(made.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        if (type.BaseType is not null)
            yield return type.BaseType;
        foreach (InterfaceImplementation implemented in type.Interfaces)
            yield return implemented.InterfaceType;
        foreach (CustomAttribute attribute in type.CustomAttributes)
            yield return attribute.AttributeType;
        foreach (TypeReference bound in type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType))
            yield return bound;
        foreach (FieldDefinition field in type.Fields)
            yield return field.FieldType;
        foreach (MethodDefinition method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (ParameterDefinition parameter in method.Parameters)
                yield return parameter.ParameterType;
            if (!method.HasBody)
                continue;
            foreach (VariableDefinition variable in method.Body.Variables)
                yield return variable.VariableType;
            foreach (TypeReference used in method.Body.Instructions.SelectMany(instruction => Used(instruction.Operand)))
                yield return used;
        }
    }

    private static IEnumerable<TypeReference> Used(object? operand) => operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [.. method.GenericArguments, method.DeclaringType],
        MemberReference { DeclaringType: { } declaring } => [declaring],
        _ => [],
    };
}
