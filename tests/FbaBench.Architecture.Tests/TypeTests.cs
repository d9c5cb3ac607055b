using System.Reflection;

namespace FbaBench.Architecture.Tests;

/// <summary>Shapes and names of types.</summary>
public sealed class TypeTests
{
    private static readonly string[] Rooms = ["Primitives", "Contracts", "Events", "Ledger", "World", "Market", "Kernel", "Runtime"];
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Utils", "Utilities", "Processor"];

    /// <summary>Where the compiler puts the code of regular expressions; their names are its own.</summary>
    private const string GeneratedExpressions = "System.Text.RegularExpressions.Generated";

    private static IEnumerable<Type> AllTypes => Repository.Projects.SelectMany(project => project.Assembly.GetTypes()).Where(type => type.Namespace != GeneratedExpressions);

    private static IEnumerable<Type> PublicTypes => Repository.Projects.SelectMany(project => project.Assembly.GetExportedTypes());

    [Fact]
    public void Public_classes_are_sealed_static_or_abstract()
    {
        // A static class is abstract and sealed in metadata; interfaces are abstract; structs, enums and delegates are sealed.
        Findings.None(PublicTypes.Where(type => type is { IsSealed: false, IsAbstract: false }).Select(type => type.FullName));
    }

    [Fact]
    public void Public_types_never_bear_the_name_of_a_room()
    {
        Findings.None(PublicTypes.Where(type => Rooms.Contains(PlainName(type))).Select(type => type.FullName));
    }

    [Fact]
    public void Public_types_live_where_users_look()
    {
        Findings.None(PublicTypes.Where(type => type.Namespace is not ("FbaBench" or "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Builder")).Select(type => type.FullName));
    }

    [Fact]
    public void Type_names_say_what_a_type_is()
    {
        Findings.None(AllTypes.Where(type => EmptyWords.Any(word => PlainName(type).EndsWith(word, StringComparison.Ordinal))).Select(type => type.FullName));
    }

    /// <summary>What others implement. Operators that a type parameter must have cannot be said in another way, and are no indirection.</summary>
    [Fact]
    public void Interfaces_are_public_ports()
    {
        Findings.None(AllTypes.Where(type => type is { IsInterface: true, IsVisible: false } && !IsArithmetic(type) && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null).Select(type => type.FullName));
    }

    /// <summary>An interface of its own implementer that has operators.</summary>
    private static bool IsArithmetic(Type type) =>
        type.IsGenericTypeDefinition && type.GetGenericArguments() is [var self] && self.GetGenericParameterConstraints().Any(constraint => constraint.IsGenericType && constraint.GetGenericTypeDefinition() == type)
        && type.GetMethods().Any(method => method is { IsStatic: true, IsAbstract: true, IsSpecialName: true } && method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static string PlainName(Type type) => type.Name.Split('`')[0];
}
